import { describe, expect, it } from "vitest";
import { fold, words } from "./fold.ts";

describe("fold", () => {
  it.each([
    ["Été à Trélazé", "ete a trelaze"],
    ["  ŒUVRE   complète ", "oeuvre complete"],
    ["Łódź, Straße, Ærø", "lodz, strasse, aero"],
    ["l’Île", "l'ile"],
    ["ﬁn", "fin"],
    ["İstanbul", "istanbul"],
    ["E\u0301te", "ete"],
  ])("%s becomes %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("folds the same twice", () => {
    for (const text of ["Æ’ß Œ", "É  é", "ǅ"]) expect(fold(fold(text))).toBe(fold(text));
  });
});

describe("words", () => {
  it("are runs of letters and digits", () => {
    expect(words("Jean-Rémi d'Œuvre, F1402 (n°3)")).toEqual(["jean", "remi", "d", "oeuvre", "f1402", "n", "3"]);
    expect(words(" … ")).toEqual([]);
  });
});
