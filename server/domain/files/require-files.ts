import { valueAt } from "../../engine/schema/value-at.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { holdsFiles } from "../definitions/type-fields.ts";
import { danglingFile } from "../records/record-errors.ts";
import { readableFile } from "./open-file.ts";

/**
 * A record holds only files that were sent, and that whoever attaches them may read: holding one is letting others
 * read it. What it held before stays.
 *
 * @throws DomainError `dangling-file`.
 */
export async function requireFiles(
  office: Office,
  caller: Caller,
  { type, before, after }: { readonly type: PublishedType; readonly before: JsonObject; readonly after: JsonObject },
): Promise<void> {
  for (const [name, { schema }] of type.fields) {
    if (!holdsFiles(schema)) continue;
    const held = idsIn(valueAt(before, name));
    for (const id of idsIn(valueAt(after, name))) {
      if (!held.includes(id) && (await readableFile(office, caller, id)) === null) throw danglingFile(name);
    }
  }
}

function idsIn(value: Json | undefined): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((id) => typeof id === "string");
}
