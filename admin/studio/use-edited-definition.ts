import { useMemo, useState } from "react";
import type { JsonObject } from "../../server/plugin-api/json.ts";

/** A text as the definition that it is, or why it is none. */
export type ParsedText =
  | { readonly ok: true; readonly definition: JsonObject }
  | { readonly ok: false; readonly message: string };

/** Reads a text as a JSON object. */
export function parsedText(text: string): ParsedText {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return { ok: true, definition: value as JsonObject };
    return { ok: false, message: "{ … }" };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : "" };
  }
}

/** The text of a definition while it is edited; `definition` is null while the text is not JSON. */
export function useEditedDefinition(stored: object) {
  const original = useMemo(() => JSON.stringify(stored, null, 2), [stored]);
  const [written, setText] = useState<string | null>(null);
  const text = written ?? original;
  const parsed = useMemo(() => parsedText(text), [text]);
  return { text, setText, changed: text !== original, definition: parsed.ok ? parsed.definition : null };
}
