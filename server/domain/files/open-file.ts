import type { Readable } from "node:stream";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { isId } from "../changes/uuid-v7.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { holdsFiles } from "../definitions/type-fields.ts";
import { readableField } from "../records/lists/filter-key.ts";
import { conditionsFor } from "../records/lists/list-records.ts";
import type { FileDesk } from "./file-desk.ts";
import { unknownFile } from "./file-errors.ts";
import type { StoredFile } from "./stored-file.ts";

/** A file that the caller may read, and why they may. */
export interface HeldFile {
  readonly file: StoredFile;
  /** The record that the caller may read it by; null while it is only theirs. */
  readonly heldBy: { readonly type: string; readonly id: string } | null;
}

/**
 * What is known of a file, for whoever may read a record that holds it, or has just sent it.
 *
 * @throws DomainError `unknown-file`, for one that the caller may not read too.
 */
export async function findFile(office: Office, caller: Caller, id: string): Promise<HeldFile> {
  const found = await readableFile(office, caller, id);
  if (found === null) throw unknownFile();
  return found;
}

/** Null when there is no such file, or none that the caller may read. */
export async function readableFile(office: Office, caller: Caller, id: string): Promise<HeldFile | null> {
  const file = isId(id) ? await office.files.get(id) : null;
  if (!file) return null;
  for (const type of office.registry.types()) {
    const holder = await holderIn(office, caller, { type, id: file.id });
    if (holder !== null) return { file, heldBy: { type: type.id, id: holder } };
  }
  return file.uploadedBy === caller.principal.id ? { file, heldBy: null } : null;
}

/** The bytes of a file. @throws DomainError `unknown-file`. */
export async function openFile(desk: FileDesk, file: StoredFile): Promise<Readable> {
  const content = await desk.vault.open(file.id);
  if (!content) throw unknownFile();
  return content;
}

/** The first record of the type that holds the file, in a field that the caller may read. */
async function holderIn(
  office: Office,
  caller: Caller,
  { type, id }: { readonly type: PublishedType; readonly id: string },
): Promise<string | null> {
  if (!caller.rights.may("read", type.id)) return null;
  for (const [name, field] of type.fields) {
    if (!holdsFiles(field.schema) || readableField(type, caller.rights, name) === null) continue;
    const where = conditionsFor(office, caller, { type, filter: { [name]: id } });
    const { rows } = await office.reader.list({ type: type.id, where, sort: [], offset: 0, limit: 1 });
    const holder = rows[0]?.record.id;
    if (holder !== undefined) return holder;
  }
  return null;
}
