import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { isId } from "../changes/uuid-v7.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { readableType } from "./find-type.ts";
import { unknownRecord } from "./record-errors.ts";

/** Where a record is found: its type and its id. */
export interface RecordAddress {
  readonly type: string;
  readonly id: string;
}

/** A live record with the type in force. */
export interface LoadedRecord {
  readonly type: PublishedType;
  readonly record: StoredRecord | Case;
}

/**
 * The live record, when it is one that the caller may read.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, or `unknown-record` when it does not exist or is out of scope.
 */
export async function loadRecord(office: Office, caller: Caller, { type, id }: RecordAddress): Promise<LoadedRecord> {
  const found = readableType(office, caller, type);
  const record = await findRecord(office, caller, { type: found, id });
  if (record === null) throw unknownRecord(type, id);
  return { type: found, record };
}

/** The record, or null when the caller may not read it or it is not there. */
export async function findRecord(
  office: Office,
  { rights }: Caller,
  { type, id }: { readonly type: PublishedType; readonly id: string },
): Promise<StoredRecord | Case | null> {
  if (!isId(id)) return null;
  const scope = rights.scope(type.id);
  if (scope.length === 0) return (await office.reader.get(type.id, id))?.record ?? null;
  const idField = { name: "id", kind: "system" } as const;
  const where = [{ op: "eq" as const, field: idField, value: id }, ...scope];
  const { rows } = await office.reader.list({ type: type.id, where, sort: [], offset: 0, limit: 1 });
  return rows[0]?.record ?? null;
}
