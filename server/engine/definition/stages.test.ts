import { describe, expect, it } from "vitest";
import { loans } from "../testing/loans.ts";
import { eventTitles } from "./event-titles.ts";
import { stagesOf, stageTitle } from "./stages.ts";

describe("stagesOf", () => {
  it("tells the stages in the order of the machine, each before those inside it", () => {
    expect(stagesOf(loans)).toEqual([
      {
        path: "reserved",
        title: { fr: "Réservé", en: "Reserved" },
        color: "blue",
        tags: [],
        parent: null,
        order: 0,
        final: false,
        leaf: true,
      },
      { path: "lent", title: { fr: "Prêté", en: "Lent" }, tags: [], parent: null, order: 1, final: false, leaf: false },
      {
        path: "lent.running",
        title: { fr: "En cours", en: "Running" },
        tags: [],
        parent: "lent",
        order: 2,
        final: false,
        leaf: true,
      },
      {
        path: "lent.late",
        title: { fr: "En retard", en: "Late" },
        tags: [],
        parent: "lent",
        order: 3,
        final: false,
        leaf: true,
      },
      {
        path: "returned",
        title: { fr: "Rendu", en: "Returned" },
        tags: ["closed"],
        parent: null,
        order: 4,
        final: false,
        leaf: true,
      },
      { path: "cancelled", title: "cancelled", tags: [], parent: null, order: 5, final: true, leaf: true },
    ]);
  });

  it("leaves history states out, and hands tags on to the stages inside", () => {
    const machine = {
      initial: "a",
      states: {
        a: { tags: ["closed"], initial: "b", states: { b: { tags: "late" }, back: { type: "history" as const } } },
      },
    };
    expect(stagesOf({ id: "x", machine }).map(({ path, tags, leaf }) => [path, tags, leaf])).toEqual([
      ["a", ["closed"], false],
      ["a.b", ["late", "closed"], true],
    ]);
  });
});

describe("stageTitle", () => {
  it("calls a case's stage by its leaves", () => {
    const titles = (stage: string) => stageTitle(stagesOf(loans), stage, "fr");
    expect(titles("lent.late")).toBe("En retard");
    expect(titles("lent.late,reserved")).toBe("En retard · Réservé");
    expect(titles("gone")).toBe("gone");
  });
});

describe("eventTitles", () => {
  it("finds what each event is called", () => {
    expect([...eventTitles(loans)].map(([event]) => event)).toEqual(["LEND", "RETURN", "RENEW"]);
  });
});
