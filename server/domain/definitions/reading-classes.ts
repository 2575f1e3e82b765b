import { fieldsOf } from "../../engine/schema/walk-schema.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Permissions } from "../../plugin-api/record-type-definition.ts";

const letters = "abcdefghijklmnopqrstuvwxyz";

/**
 * The letter of each data field's reading class: fields that the same roles may read share one, `a` being that of
 * whoever may read the type. The words of a field carry its letter, so that a search looks only where its reader may.
 *
 * @throws Error when the fields of one type are read by more than 26 different sets of roles.
 */
export function readingClasses(schema: DataSchema, permissions: Permissions): ReadonlyMap<string, string> {
  const letterOfReaders = new Map([[readersKey(permissions.read), "a"]]);
  const classes = new Map<string, string>();
  for (const { name: field } of fieldsOf(schema)) {
    const key = readersKey(permissions.fields?.[field]?.read ?? permissions.read);
    const letter = letterOfReaders.get(key) ?? letters[letterOfReaders.size];
    if (letter === undefined)
      throw new Error(`The fields are read by more than ${letters.length} different sets of roles`);
    letterOfReaders.set(key, letter);
    classes.set(field, letter);
  }
  return classes;
}

/** `admin` reads everything, so naming it makes no difference. */
function readersKey(roles: readonly string[] | undefined): string {
  const readers = new Set(roles ?? []);
  readers.delete("admin");
  return [...readers].sort().join(" ");
}
