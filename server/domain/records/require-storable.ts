import type { Json } from "../../plugin-api/json.ts";
import { isStorable } from "./filter-value.ts";
import { invalidRecord } from "./record-errors.ts";

/** Nobody nests data deeper than this by hand; what does is meant to hurt. */
const deepest = 32;

/**
 * Refuses what no database of ours can keep: texts with a NUL or half a character, and documents nested without end.
 *
 * @throws DomainError `not-storable`, with the field.
 */
export function requireStorable(body: { readonly [field: string]: Json }): void {
  const waiting: { readonly value: Json; readonly field: string; readonly depth: number }[] = [];
  for (const [field, value] of Object.entries(body)) waiting.push({ value, field, depth: 0 });
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, field, depth } = next;
    if (typeof value === "string" && !isStorable(value))
      throw invalidRecord({ [field]: unstorable }, [], "not-storable");
    if (typeof value !== "object" || value === null) continue;
    if (depth === deepest) throw invalidRecord({ [field]: tooDeep }, [], "not-storable");
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) throw invalidRecord({ [field]: unstorable }, [], "not-storable");
      waiting.push({ value: inner, field, depth: depth + 1 });
    }
  }
}

const unstorable = {
  fr: "Ce texte contient un caractère illisible. Saisissez-le à nouveau.",
  en: "This text holds an unreadable character. Type it again.",
};

const tooDeep = {
  fr: "Ces données sont imbriquées trop profondément.",
  en: "These data are nested too deep.",
};
