import { describe, expect, it } from "vitest";
import { resolveExpressions, type Scope } from "./expressions.ts";
import { planEffects } from "./plan-effects.ts";

const scope: Scope = {
  case: { id: "c1", memberId: "m1", dueOn: "2026-03-31", copies: ["a", "b"], note: null },
  event: { reason: "lost" },
  related: { member: { name: "Ada", branch: { city: "Angers" } } },
  actor: { id: "u1", name: "Anne", roles: ["librarian"] },
  now: "2026-03-31T22:30:00.000Z",
  timeZone: "Europe/Paris",
};

describe("resolveExpressions", () => {
  it.each([
    ["$now", "2026-03-31T22:30:00.000Z"],
    ["$today", "2026-04-01"],
    ["$case.memberId", "m1"],
    ["$case.copies.1", "b"],
    ["$event.reason", "lost"],
    ["$event", { reason: "lost" }],
    ["$related.member.branch.city", "Angers"],
    ["$actor.id", "u1"],
    ["$$5", "$5"],
    ["5 $case.id", "5 $case.id"],
    [7, 7],
    [null, null],
    [{ $date: "$case.dueOn", plus: "P3W" }, "2026-04-21"],
    [{ $date: "$now", plus: "PT1H" }, "2026-03-31T23:30:00.000Z"],
    [{ $date: "$case.dueOn", plus: "P1D", workingDays: true }, "2026-04-01"],
    [{ to: ["$case.id", { who: "$actor.name" }] }, { to: ["c1", { who: "Anne" }] }],
  ])("%j is %j", (written, resolved) => {
    expect(resolveExpressions(written, scope)).toEqual(resolved);
  });

  it.each(["$case.nothing", "$case.note", "$nobody.x", "$case.toString", "$related.branch.name"])(
    "%s leads nowhere",
    (written) => {
      expect(resolveExpressions(written, scope)).toBeUndefined();
      expect(resolveExpressions({ kept: 1, gone: written }, scope)).toEqual({ kept: 1 });
    },
  );

  it("does not stumble over a date that is none", () => {
    expect(resolveExpressions({ $date: "$case.memberId", plus: "P1D" }, scope)).toBeUndefined();
    expect(resolveExpressions({ $date: "$today", plus: "soon" }, scope)).toBeUndefined();
  });
});

describe("planEffects", () => {
  it("plans nothing for a send whose target leads nowhere, and numbers the others", () => {
    const effects = planEffects(
      [
        { type: "send", params: { to: { type: "members", id: "$case.nobodyId" }, event: "REMIND" } },
        {
          type: "update",
          params: { to: { type: "members", where: { id: "$case.memberId" } }, data: { x: "$event.none" } },
        },
        { type: "notify" },
      ],
      { scope, key: "c1/2" },
    );
    expect(effects).toEqual([
      { type: "update", params: { to: { type: "members", where: { id: "m1" } }, data: {} }, key: "c1/2/0" },
      { type: "notify", params: {}, key: "c1/2/1" },
    ]);
  });
});
