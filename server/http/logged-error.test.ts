import { expect, test } from "vitest";
import { loggedError } from "./logged-error.ts";

test("the log keeps where an error comes from, and nothing of whom it is about", () => {
  const refused = Object.assign(new Error('duplicate key "Jeanne Roux" of jeanne@example.fr'), {
    code: "23505",
    detail: "Key (email)=(jeanne@example.fr) already exists.",
    bindings: ["Jeanne", "0612345678"],
  });
  const logged = loggedError(new Error("not saved", { cause: refused }));
  const text = JSON.stringify(logged);
  expect(logged).toMatchObject({ message: "not saved", cause: { code: "23505", message: "duplicate key … of …" } });
  expect(text).toContain("logged-error.test.ts");
  for (const word of ["Jeanne", "jeanne", "0612345678"]) expect(text).not.toContain(word);
});
