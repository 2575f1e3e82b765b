import { expect, test } from "vitest";
import { conformance, createMemoryRecords, testContext } from "../../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

const records = createMemoryRecords({
  contacts: [{ id: "c1", medium: "phone" }, { id: "c2", medium: "phone" }, { id: "c3", medium: "video" }, { id: "c4" }],
});
const context = testContext(plugin, records);
const params = { from: "2026-01-01", to: "2026-03-31" };

test("keeps what every report keeps: its figures equal its drill-downs", async () => {
  expect(await conformance(plugin, { reports: { "template-report": { params, context } } })).toEqual([]);
});

test("counts by value, nothing included", async () => {
  const answer = await plugin.reports?.["template-report"]?.run(params, context);
  expect(answer?.rows.map(({ group, count }) => [group, count])).toEqual([
    ["phone", 2],
    ["video", 1],
    ["–", 1],
  ]);
  expect(answer?.totals).toEqual({ count: 4 });
});
