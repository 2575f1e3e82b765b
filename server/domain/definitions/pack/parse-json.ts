import type { Json } from "../../../plugin-api/json.ts";
import { jsonMistakeAt } from "./json-mistake-at.ts";

/** The value, or where the text stops being JSON. */
export type ParsedJson =
  | { readonly ok: true; readonly value: Json }
  /** Line and column count from 1. */
  | { readonly ok: false; readonly line: number; readonly column: number };

/** Parses JSON; what is wrong is told by its place. */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const before = text.slice(0, jsonMistakeAt(text)).split("\n");
    return { ok: false, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}
