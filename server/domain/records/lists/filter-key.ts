import type { Field, PublishedType } from "../../definitions/published-type.ts";
import type { Rights } from "../../rights/rights.ts";

/** How a key of a filter compares: `dueOn_lte`. Without a suffix, for equality. */
export type FilterSuffix = "gte" | "lte" | "gt" | "lt" | "neq" | "in" | "null";

/** What a key of a filter asks about: a field of the type, or one of the record that a field refers to. */
export type FilterKey =
  | { readonly kind: "field"; readonly field: Field; readonly suffix: FilterSuffix | null }
  | { readonly kind: "reference"; readonly field: Field; readonly type: string; readonly rest: string };

const suffixed = /^(.+)_(gte|lte|gt|lt|neq|in|null)$/;

/** Reads a key, or answers null when there is no such field for this reader. */
export function readFilterKey(type: PublishedType, rights: Rights, key: string): FilterKey | null {
  const whole = readableField(type, rights, key);
  if (whole !== null) return { kind: "field", field: whole, suffix: null };
  const [, name, suffix] = suffixed.exec(key) ?? [];
  const field = name === undefined ? null : readableField(type, rights, name);
  if (field !== null) return { kind: "field", field, suffix: suffix as FilterSuffix };
  for (const reference of type.references) {
    const through = readableField(type, rights, reference.field);
    if (through !== null && key.startsWith(`${reference.field}.`) && rights.may("read", reference.type)) {
      return { kind: "reference", field: through, type: reference.type, rest: key.slice(reference.field.length + 1) };
    }
  }
  return null;
}

/** The field of that name that the reader may filter and sort by; null as if there were none when they may not read it. */
export function readableField(type: PublishedType, rights: Rights, name: string): Field | null {
  const field = type.fields.get(name);
  if (field === undefined) return null;
  if (field.ref.kind === "system") return field;
  const readable = rights.readable(type.id);
  const root = name.split(".")[0] ?? name;
  return readable === null || readable.has(root) || readable.has(name) ? field : null;
}
