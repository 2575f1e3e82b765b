import { expect, test } from "vitest";
import type { NamedDifference } from "../../../../server/http/api-types.ts";
import { type CsvWords, differencesCsv } from "./differences-csv.ts";

const words: CsvWords = {
  columns: ["Fiche", "Adresse", "Action", "Le", "Différence", "En service", "À l’essai"],
  changeOf: (change) => change.toUpperCase(),
  nothing: "laisse faire",
};

const blocked: NamedDifference = {
  type: "loans",
  id: "l1",
  displayName: "=Roux; Jeanne",
  at: "2026-03-01T09:00:00.000Z",
  action: "Prolonger",
  change: "blocks",
  before: [],
  after: [{ text: 'déjà "prolongé"', record: null, name: null, why: [] }],
};

test("each difference is a line, its answers in words, and nothing in it is a formula", () => {
  expect(differencesCsv([blocked], words, "fr")).toBe(
    [
      "\uFEFFFiche;Adresse;Action;Le;Différence;En service;À l’essai",
      `"'=Roux; Jeanne";loans/l1;Prolonger;2026-03-01T09:00:00.000Z;BLOCKS;laisse faire;"déjà ""prolongé"""`,
      "",
    ].join("\r\n"),
  );
});

test("candidates are told with their scores and why, in the separator of the language", () => {
  const line = { text: "60%", record: { type: "books", id: "b1" }, name: "Nana", why: ["Same shelf (+60%)"] };
  const ranked = {
    ...blocked,
    displayName: "Roux",
    action: null,
    at: null,
    change: "first" as const,
    before: [line, line],
  };
  expect(differencesCsv([ranked], words, "en")).toContain(
    `\r\nRoux,loans/l1,,,FIRST,"Nana – 60% ; Same shelf (+60%)\nNana – 60% ; Same shelf (+60%)",`,
  );
});
