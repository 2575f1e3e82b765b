import { fold } from "../../engine/schema/fold.ts";
import { fieldsOf } from "../../engine/schema/walk-schema.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import { inLanguage } from "../../plugin-api/text.ts";

/** A field that a column of a file can fill. */
export interface ImportField {
  /** From the root: `["address", "city"]`; `0` is the first item of an array. */
  readonly path: readonly (string | 0)[];
  readonly schema: DataSchema;
  /** What its column is usually headed with. */
  readonly title: string;
}

/** Which field each column of a file fills. */
export interface ColumnMap {
  /** The field of each column, in order; null for one that is ignored. */
  readonly fields: readonly (ImportField | null)[];
  readonly ignored: readonly string[];
}

/**
 * Finds the field of each column: by its title in either language, its name, or one of its `x-headers`. Accents, case
 * and punctuation do not matter. The first of two columns for one field is taken.
 */
export function mapColumns(schema: DataSchema, headers: readonly string[]): ColumnMap {
  const byHeader = new Map<string, ImportField>();
  for (const field of importFields(schema)) {
    for (const name of namesOf(field)) if (!byHeader.has(name)) byHeader.set(name, field);
  }
  const taken = new Set<ImportField>();
  const fields = headers.map((header) => {
    const field = byHeader.get(plain(header));
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  return { fields, ignored: headers.filter((header, index) => header !== "" && fields[index] === null) };
}

/** Every field that a column can fill; those of a list of objects stand for its first item. */
export function importFields(schema: DataSchema, path: ImportField["path"] = []): readonly ImportField[] {
  return fieldsOf(schema).flatMap(({ name, schema: field }) => {
    if (field["x-derived"]) return [];
    const here = [...path, name];
    if (field.properties) return importFields(field, here);
    if (field.items?.properties) return importFields(field.items, [...here, 0]);
    return [{ path: here, schema: field, title: inLanguage(field["x-title"] ?? name, "fr") }];
  });
}

function namesOf({ path, schema }: ImportField): readonly string[] {
  const title = schema["x-title"];
  const titles = title === undefined ? [] : [inLanguage(title, "fr"), inLanguage(title, "en")];
  const dotted = path.filter((part) => part !== 0).join(".");
  return [...(schema["x-headers"] ?? []), ...titles, dotted, String(path.at(-1))].map(plain);
}

function plain(header: string): string {
  return fold(header).replace(/[^a-z0-9]+/g, "");
}
