import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate as nextTurn } from "node:timers/promises";
import exceljs from "exceljs";
import { expect, test } from "vitest";
import { writeXlsx } from "./xlsx-file.ts";

test("rows were read on for whoever had gone away", async () => {
  let isOver = false;
  async function* rows() {
    try {
      for (let number = 0; ; number += 1) {
        yield [number, `row ${number} of ${Math.random()}`];
        await nextTurn();
      }
    } finally {
      isOver = true;
    }
  }
  const output = new PassThrough();
  output.once("data", () => output.destroy());
  await expect(writeXlsx({ title: "Endless", columns: ["Number", "Text"], rows: rows() }, output)).rejects.toThrow();
  expect(isOver).toBe(true);
});

test("days and times were texts in a spreadsheet, and names cut off", async () => {
  const output = new PassThrough();
  const name = "Bibliothèque municipale de Trélazé";
  const rows = [[name, { local: "2026-11-23" }, { local: "2026-11-23T10:12:33" }, 2.5, "=1+1", null]];
  const columns = ["Name", "Day", "Time", "Number", "Text", "Nothing"];
  const [content] = await Promise.all([buffer(output), writeXlsx({ title: "A/B", columns, rows }, output)]);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Uint8Array.from(content).buffer);
  const sheet = workbook.getWorksheet("A B");
  expect(sheet?.getRow(2).values).toEqual([
    undefined,
    name,
    new Date("2026-11-23T00:00:00Z"),
    new Date("2026-11-23T10:12:33Z"),
    2.5,
    "=1+1",
  ]);
  expect(sheet?.getCell("B2").numFmt).toBe("dd/mm/yyyy");
  expect(sheet?.getCell("C2").numFmt).toBe("dd/mm/yyyy hh:mm");
  expect(sheet?.getColumn(1).width).toBeGreaterThan(name.length);
});
