import { expect, test } from "vitest";
import { unbroken, unbrokenSentences } from "./unbroken.ts";

test("no French sign begins a line, and no other space is touched", () => {
  expect(unbroken("Publier « Prêts » ? Oui : ce soir ; sinon demain !")).toBe(
    "Publier «\u00a0Prêts\u00a0»\u202f? Oui\u00a0: ce soir\u202f; sinon demain\u202f!",
  );
  expect(unbroken("Delete “Loans”? See https://example.org: yes.")).toBe(
    "Delete “Loans”? See https://example.org: yes.",
  );
});

test("what a plugin's screen says is unbroken too, made of values or not", () => {
  const say = unbrokenSentences({ ask: "Qui ?", found: (count: number) => `Trouvé : ${count}`, in: { deep: "Oui !" } });
  expect([say.ask, say.found(3), say.in.deep]).toEqual(["Qui\u202f?", "Trouvé\u00a0: 3", "Oui\u202f!"]);
});
