import { expect, test } from "vitest";
import { createChangeStore } from "../../../server/adapters/sql/changing/change-store.ts";
import { passedTimer } from "../../../server/domain/cases/passed-timer.ts";
import { meteredStore } from "../../../server/domain/changes/metered-store.ts";
import { Metrics } from "../../../server/http/metrics.ts";
import { openTemporaryDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";
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

test("a timer that passed without anything coming of it was counted among the events that cases had taken", async () => {
  await using database = await openTemporaryDatabase();
  const metrics = new Metrics();
  const store = meteredStore(createChangeStore(database), metrics);
  const { office, as } = await openLibrary(database);
  const dueAt = "2026-03-02T09:00:00.000Z";
  const waiting = aCase("loans", {}, { armed: { held: dueAt, reminder: dueAt, overdue: dueAt } });
  const arm = Object.keys(waiting.armed).map((key) => ({ key, event: `xstate.after.${key}`, dueAt, delay: key }));
  await store.commit([creation(waiting, { arm })]);
  const transitions = () =>
    metrics
      .text([])
      .split("\n")
      .filter((line) => line.startsWith("passerelle_transitions_total{"));

  const passed = passedTimer(office, as("admin"), waiting, { key: "held", dueAt, event: "held", note: "Not yet" });
  expect(await store.commit([passed])).toMatchObject([{ done: true }]);
  expect(transitions()).toEqual([]);

  const timer = { recordId: waiting.id, dueAt };
  const reminded = next(waiting, { version: 3 });
  const effect = { type: "task", params: {}, key: `${waiting.id}/3/0` };
  const stays = { event: "xstate.after.reminder", from: "out", to: "out" };
  await store.commit([
    update(reminded, { entry: stays, effects: [effect], settles: { timer: { ...timer, key: "reminder" } } }),
  ]);
  expect(transitions()).toEqual(['passerelle_transitions_total{workflow="loans"} 1']);

  const overdue = next(reminded, { stage: "overdue" });
  const moves = { event: "xstate.after.overdue", from: "out", to: "overdue" };
  await store.commit([update(overdue, { entry: moves, settles: { timer: { ...timer, key: "overdue" } } })]);
  expect(transitions()).toEqual(['passerelle_transitions_total{workflow="loans"} 2']);
});
