import { expect, test } from "vitest";
import { conformance, createMemoryRecords, exportContext } from "../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

test("keeps what its kinds promise", async () => {
  const records = createMemoryRecords({
    seekers: [{ id: "p1", firstName: "Aïcha", lastName: "Ben Ali", birthDate: "2003-05-02" }],
    "seeker-journeys": [{ id: "j1", seekerId: "p1", openedOn: "2026-08-01" }],
  });
  const trial = { params: { from: "2026-01-01", to: "2026-12-31" }, context: exportContext(plugin, records) };
  expect(await conformance(plugin, { exporters: { "fse-participants": trial } })).toEqual([]);
});
