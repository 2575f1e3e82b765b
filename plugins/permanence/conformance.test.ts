import { expect, test } from "vitest";
import { conformance, createMemoryRecords, exportContext } from "../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

test("keeps what its kinds promise", async () => {
  const session = { place: "Hôtel de ville", date: "2026-11-23", startsAt: "09:00", endsAt: "10:30", slotMinutes: 30 };
  const records = createMemoryRecords({
    permanences: [{ id: "p1", capacity: 3, ...session }],
    visits: [{ id: "v1", permanenceId: "p1", stage: "booked", slotAt: "09:30", displayName: "Jeanne Roux" }],
  });
  const trial = { params: { from: "2026-11-23", to: "2026-11-29" }, context: exportContext(plugin, records) };
  const exporters = { "permanence-sheet": trial, "permanence-calendar": trial };
  expect(await conformance(plugin, { exporters })).toEqual([]);
});
