import { useMemo, useState } from "react";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import type { StoredDefinition } from "./use-definition.ts";

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

/** What its author has written, and the published version that it stands on: that of the moment of its first letter. */
interface Written {
  readonly text: string;
  readonly basedOn: number;
}

/** A definition while somebody writes it. */
export type EditedDefinition = ReturnType<typeof useEditedDefinition>;

/** The text of a definition while it is edited; `definition` is null while the text is not JSON. */
export function useEditedDefinition(stored: StoredDefinition) {
  const original = useMemo(() => JSON.stringify(stored.definition, null, 2), [stored.definition]);
  const [written, setWritten] = useState<Written | null>(null);
  const { text, basedOn } = written ?? { text: original, basedOn: stored.basedOn };
  const parsed = useMemo(() => parsedText(text), [text]);
  return {
    text,
    basedOn,
    changed: text !== original,
    definition: parsed.ok ? parsed.definition : null,
    setText: (next: string) => setWritten({ text: next, basedOn }),
    /** It has been compared with that version, and stands. */
    rebase: (version: number) => setWritten({ text, basedOn: version }),
    /** What is stored is what was written, or is to be shown in place of it. */
    forget: () => setWritten(null),
  };
}
