import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

/** Work that is done when it is told, and that notes when it begins. */
function work(name: string, begun: string[]) {
  let end = () => {};
  const done = new Promise<string>((resolve) => {
    end = () => resolve(name);
  });
  const begin = () => {
    begun.push(name);
    return done;
  };
  return { begin, end };
}

test("what shares a key goes one after the other, in the order in which it came; the rest goes at once", async () => {
  const turns = new Turns();
  const begun: string[] = [];
  const [first, second, third, other, free] = ["first", "second", "third", "other", "free"].map((name) =>
    work(name, begun),
  );
  if (!first || !second || !third || !other || !free) throw new Error("Five works were made");
  const all = [
    turns.take(["a"], first.begin),
    turns.take(["b", "a"], second.begin),
    turns.take(["b"], third.begin),
    turns.take(["c"], other.begin),
    turns.take([], free.begin),
  ];
  for (const each of [free, other]) each.end();
  expect(await Promise.all(all.slice(3))).toEqual(["other", "free"]);
  expect(begun.toSorted()).toEqual(["first", "free", "other"]);
  first.end();
  await all[0];
  second.end();
  third.end();
  expect(await Promise.all(all)).toEqual(["first", "second", "third", "other", "free"]);
  expect(begun.slice(-2)).toEqual(["second", "third"]);
});

test("work that fails lets the next one go", async () => {
  const turns = new Turns();
  const failed = turns.take(["a"], () => Promise.reject(new Error("torn")));
  const next = turns.take(["a"], async () => "done");
  await expect(failed).rejects.toThrow("torn");
  expect(await next).toBe("done");
});
