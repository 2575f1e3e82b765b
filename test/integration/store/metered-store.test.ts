import { expect, test } from "vitest";
import { createChangeStore } from "../../../server/adapters/sql/changing/change-store.ts";
import { meteredStore } from "../../../server/domain/changes/metered-store.ts";
import { Metrics } from "../../../server/http/metrics.ts";
import { openTemporaryDatabase } from "../../support/databases.ts";
import { aCase, creation, next, update } from "./change-builder.ts";

test("what an erasure and a new version did to cases was counted among the events that these had taken", async () => {
  await using database = await openTemporaryDatabase();
  const metrics = new Metrics();
  const store = meteredStore(createChangeStore(database), metrics);
  const loan = aCase("loans", {});
  await store.commit([creation(loan)]);
  let current = loan;
  for (const event of ["RENEW", "update", "moved-version", "anonymise"]) {
    current = next(current, {});
    await store.commit([update(current, { entry: { event } })]);
  }
  await store.commit([update(current, { entry: { event: "RENEW" } })]);
  const lines = metrics.text([]).split("\n");
  expect(lines).toContain('passerelle_transitions_total{workflow="loans"} 1');
  expect(lines).toContain('passerelle_changes_total{outcome="done"} 5');
  expect(lines).toContain('passerelle_changes_total{outcome="conflict"} 1');
});
