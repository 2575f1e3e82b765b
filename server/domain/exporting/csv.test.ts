import { expect, test } from "vitest";
import { csvLines, safeText } from "./csv.ts";

const table = {
  title: "Loans",
  columns: ["Title", "Days", "Late"],
  rows: [
    ['The "Sea"; a novel', 2.5, true],
    ["=HYPERLINK(1)", null, false],
  ],
};

test("writes what spreadsheets of the language open at once", async () => {
  expect((await linesOf("fr")).join("")).toBe(
    '\uFEFFTitle;Days;Late\r\n"The ""Sea""; a novel";2,5;oui\r\n\'=HYPERLINK(1);;non\r\n',
  );
  expect((await linesOf("en"))[1]).toBe('"The ""Sea""; a novel",2.5,yes\r\n');
});

test("writes days and times as every spreadsheet reads them", async () => {
  const rows = [[{ local: "2026-11-23" }, { local: "2026-11-23T10:12:33" }, null]];
  const lines: string[] = [];
  for await (const line of csvLines({ ...table, rows }, "fr")) lines.push(line);
  expect(lines[1]).toBe("2026-11-23;2026-11-23 10:12:33;\r\n");
});

test("disarms formulas and leaves phone numbers alone", () => {
  expect(["=1+1", "+cmd", "-2+3|x", "@SUM(A1)", "\tx"].map(safeText)).toEqual([
    "'=1+1",
    "'+cmd",
    "'-2+3|x",
    "'@SUM(A1)",
    "'\tx",
  ]);
  expect(["+33 6 12 34 56 78", "-12", "plain"].map(safeText)).toEqual(["+33 6 12 34 56 78", "-12", "plain"]);
});

async function linesOf(language: "fr" | "en"): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of csvLines(table, language)) lines.push(line);
  return lines;
}
