import { expect, test } from "vitest";
import { gatherArrows } from "./gather-arrows.ts";
import type { GraphEdge } from "./machine-graph.ts";

const arrow = (from: string, to: string, ...titles: string[]): GraphEdge => ({
  id: `${from} ${to}`,
  from,
  to,
  causes: titles.map((title) => ({ kind: "event", title })),
});
const leaves = new Set(["a", "b", "c", "end", "pause"]);

test("an action that many stages share is a note of the stage that it leads to, and no arrow", () => {
  const edges = [
    arrow("a", "b", "Next"),
    arrow("a", "end", "Cancel"),
    arrow("b", "end", "Cancel", "Finish"),
    arrow("c", "end", "Cancel"),
  ];
  const { drawn, notes } = gatherArrows(edges, leaves);
  expect(drawn.map(({ id, causes }) => [id, causes.map(({ title }) => title)])).toEqual([
    ["a b", ["Next"]],
    ["b end", ["Finish"]],
  ]);
  expect(notes.get("end")).toEqual([{ direction: "in", title: "Cancel", count: 3 }]);
});

test("an action that leads to many stages is a note of the stage that it leaves", () => {
  const edges = [arrow("pause", "a", "Resume"), arrow("pause", "b", "Resume"), arrow("pause", "c", "Resume")];
  const { drawn, notes } = gatherArrows(edges, leaves);
  expect(drawn).toEqual([]);
  expect(notes.get("pause")).toEqual([{ direction: "out", title: "Resume", count: 3 }]);
});

test("two arrows of one action are still drawn", () => {
  const edges = [arrow("a", "end", "Cancel"), arrow("b", "end", "Cancel")];
  expect(gatherArrows(edges, leaves).drawn).toEqual(edges);
});
