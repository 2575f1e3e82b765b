import { expect, test } from "vitest";
import { createAesSecretBox } from "./aes-secret-box.ts";

const box = createAesSecretBox("the secret of this office");

test("opens what it sealed, and seals the same text differently each time", () => {
  const [one, other] = [box.seal("clé n° 1"), box.seal("clé n° 1")];
  expect(one).not.toBe(other);
  expect([box.open(one), box.open(other)]).toEqual(["clé n° 1", "clé n° 1"]);
  expect(one).not.toContain("clé");
});

test("does not open what another key sealed, nor what was altered or cut", () => {
  const sealed = box.seal("hush");
  expect(createAesSecretBox("another secret").open(sealed)).toBeNull();
  expect(box.open(`${sealed.slice(0, -2)}AA`)).toBeNull();
  expect(box.open("short")).toBeNull();
});

test("does not open in another context, nor for another purpose", () => {
  const sealed = box.seal("hush", "of Jeanne");
  expect(box.open(sealed, "of Jeanne")).toBe("hush");
  expect([box.open(sealed, "of Paul"), box.open(sealed)]).toEqual([null, null]);
  expect(createAesSecretBox("the secret of this office", "answers").open(sealed, "of Jeanne")).toBeNull();
});
