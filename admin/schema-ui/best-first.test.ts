import { expect, test } from "vitest";
import { bestFirst } from "./best-first.ts";

test("what begins with the typed letters comes first, accents and case aside; the rest keeps its order", () => {
  const found = ["Iliade", "Atlas des îles", "Île au trésor"].map((name) => ({ name }));
  expect(bestFirst(found, "ILE").map(({ name }) => name)).toEqual(["Île au trésor", "Atlas des îles", "Iliade"]);
  expect(bestFirst(found, " ")).toEqual(found);
});
