import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { jsonPlaceAt } from "./json-place.ts";
import { type MetaSchema, schemasAt } from "./schema-at.ts";

/** Offers the keys and values that the schema of the document allows where the cursor is. */
export function completeJson(schema: MetaSchema): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    const place = jsonPlaceAt(context.state, context.pos);
    if (!place || (!context.explicit && place.from === context.pos)) return null;
    const options =
      place.kind === "key"
        ? keyOptions(schemasAt(schema, place.path), place.siblings)
        : valueOptions(schemasAt(schema, place.key === null ? [...place.path, "0"] : [...place.path, place.key]));
    return options.length > 0 ? { from: place.from, to: place.to, options, filter: place.from !== place.to } : null;
  };
}

function keyOptions(schemas: readonly MetaSchema[], taken: ReadonlySet<string>): Completion[] {
  const keys = new Map<string, MetaSchema>();
  for (const { properties } of schemas)
    for (const [key, value] of Object.entries(properties ?? {})) keys.set(key, value);
  return [...keys]
    .filter(([key]) => !taken.has(key))
    .map(([key, value]) => ({
      label: `"${key}"`,
      apply: `"${key}": `,
      type: "property",
      ...(value.description ? { info: value.description } : {}),
    }));
}

function valueOptions(schemas: readonly MetaSchema[]): Completion[] {
  const values = new Set(
    schemas.flatMap((schema) => [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])]),
  );
  if (schemas.some(({ type }) => type === "boolean")) for (const value of [true, false]) values.add(value);
  return [...values].map((value) => ({ label: JSON.stringify(value), type: "enum" }));
}
