import { expect, test } from "vitest";
import { conformance, createMemoryRecords, exportContext } from "../../server/plugin-api/testing/index.ts";
import { calendarText } from "./calendar-lines.ts";
import { plugin } from "./plugin.ts";

const records = createMemoryRecords({
  tasks: [
    { id: "t1", title: "Appeler, puis écrire; confirmer", dueOn: "2026-11-24", done: false },
    { id: "t2", title: "Déjà faite", dueOn: "2026-11-24", done: true },
    { id: "t3", title: "Plus tard", dueOn: "2027-01-02", done: false },
  ],
});
const params = { from: "2026-11-01", to: "2026-11-30" };
const context = exportContext(plugin, records);

test("keeps what every exporter keeps", async () => {
  expect(await conformance(plugin, { exporters: { "calendar-tasks": { params, context } } })).toEqual([]);
});

test("holds the tasks of the period that are to be done, with their text escaped", async () => {
  const file = await plugin.exporters?.["calendar-tasks"]?.run(params, context);
  const text = file && "content" in file ? String(file.content) : "";
  expect(text.match(/^UID:.*$/gm)).toEqual(["UID:t1@passerelle"]);
  expect(text).toContain("DTSTART;VALUE=DATE:20261124\r\nSUMMARY:Appeler\\, puis écrire\\; confirmer\r\n");
});

test("no line is longer than 75 bytes, and unfolding gives the text back", () => {
  const title = "é".repeat(100);
  const text = calendarText("x", [{ id: "a", day: "2026-01-01", title }], "2026-01-01T08:00:00.000Z");
  expect(Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n ", "")).toContain(`SUMMARY:${title}\r\n`);
  expect(text).toContain("DTSTAMP:20260101T080000Z\r\n");
});
