import type { DataSchema } from "../../plugin-api/data-schema.ts";

const KEYWORDS = ["if", "then", "else"];

/** A condition of the dialect. Written by name: an object with a method `then` would be taken for a promise. */
export function when(condition: DataSchema, whenTrue: DataSchema, whenFalse?: DataSchema): DataSchema {
  const parts = [condition, whenTrue, whenFalse].flatMap((part, n) =>
    part === undefined ? [] : [[KEYWORDS[n], part]],
  );
  return Object.fromEntries(parts);
}
