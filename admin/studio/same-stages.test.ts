import { describe, expect, it } from "vitest";
import { sameStages, stageName } from "./same-stages.ts";

const before = [
  { path: "waiting", title: "Waiting" },
  { path: "lent.home", title: "At home" },
  { path: "lost", title: "Lost" },
];
const standing = before.map(({ path }) => ({ stage: path }));

describe("sameStages", () => {
  it("keeps cases in the stage of the same path, whatever it is called now", () => {
    const after = before.map(({ path }) => ({ path, title: "Other" }));
    expect(sameStages(standing, { before, after })).toEqual({
      waiting: "waiting",
      "lent.home": "lent.home",
      lost: "lost",
    });
  });

  it("follows a stage whose path alone has changed, unless two are called the same", () => {
    const after = [
      { path: "queue", title: "Waiting" },
      { path: "lent.here", title: "At home" },
      { path: "lent.there", title: "At home" },
    ];
    expect(sameStages(standing, { before, after })).toEqual({ waiting: "queue" });
  });

  it("keeps cases of parallel stages together", () => {
    const after = [...before, { path: "paid", title: "Paid" }];
    const both = [{ stage: "lost,paid" }, { stage: "lost,gone" }];
    expect(sameStages(both, { before, after })).toEqual({ "lost,paid": "lost,paid" });
    expect(stageName("lost,paid", after)).toBe("Lost · Paid");
  });
});
