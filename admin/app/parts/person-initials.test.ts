import { expect, test } from "vitest";
import { initialsOf } from "./person-initials.tsx";

test.each([
  ["Léa de La Tour", "LT"],
  ["Anne-Marie", "AM"],
  ["Cher", "C"],
  ["", "?"],
])("%s is %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test.each(["Séverine Pham · Boucherie Valmiran", "Séverine Pham → Crèche des Libellules", "Séverine Pham – Germinal"])(
  "%s had the initials of a person and of something else mixed",
  (name) => {
    expect(initialsOf(name)).toBe("SP");
  },
);
