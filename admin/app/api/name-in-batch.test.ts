import { expect, test } from "vitest";
import { nameInBatch } from "./name-in-batch.ts";

test("names that are asked for at the same time are asked for once, each once; later ones anew", async () => {
  const asked: (readonly string[])[] = [];
  const load = async (keys: readonly string[]) => {
    asked.push(keys);
    return new Map(keys.filter((key) => key !== "x").map((key) => [key, `name of ${key}`]));
  };
  const ask = (key: string) => nameInBatch("trades", key, load);
  expect(await Promise.all([ask("a"), ask("b"), ask("a"), ask("x")])).toEqual([
    "name of a",
    "name of b",
    "name of a",
    null,
  ]);
  expect(await ask("c")).toBe("name of c");
  expect(asked).toEqual([["a", "b", "x"], ["c"]]);
});

test("what is asked elsewhere is not mixed in, and a failure is told to everybody who waits", async () => {
  const fail = () => Promise.reject(new Error("no answer"));
  const fine = nameInBatch("towns", "a", async () => new Map([["a", "Angers"]]));
  await expect(Promise.all([nameInBatch("trades", "a", fail), nameInBatch("trades", "b", fail)])).rejects.toThrow(
    "no answer",
  );
  expect(await fine).toBe("Angers");
});
