import { PassThrough } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { writeXlsx } from "./xlsx-file.ts";

test("rows were read on for whoever had gone away", async () => {
  let isOver = false;
  async function* rows() {
    try {
      for (let number = 0; ; number += 1) {
        yield [number, `row ${number} of ${Math.random()}`];
        await nextTurn();
      }
    } finally {
      isOver = true;
    }
  }
  const output = new PassThrough();
  output.once("data", () => output.destroy());
  await expect(writeXlsx({ title: "Endless", columns: ["Number", "Text"], rows: rows() }, output)).rejects.toThrow();
  expect(isOver).toBe(true);
});
