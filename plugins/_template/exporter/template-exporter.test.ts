import { expect, test } from "vitest";
import { conformance, createMemoryRecords, exportContext } from "../../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

const records = createMemoryRecords({
  contacts: [
    { id: "c1", displayName: "Un appel", createdAt: "2026-03-02T09:00:00.000Z" },
    { id: "c2", displayName: "Une visite", createdAt: "2026-05-04T09:00:00.000Z" },
  ],
});
const params = { from: "2026-01-01", to: "2026-03-31" };
const context = exportContext(plugin, records);

test("keeps what every exporter keeps: the same question gives the same file", async () => {
  expect(await conformance(plugin, { exporters: { "template-exporter": { params, context } } })).toEqual([]);
});

test("writes the records of the period, one on each line", async () => {
  const file = await plugin.exporters?.["template-exporter"]?.run(params, context);
  expect(file).toMatchObject({ table: { columns: ["Créée le", "Nom"], rows: [["2026-03-02", "Un appel"]] } });
});
