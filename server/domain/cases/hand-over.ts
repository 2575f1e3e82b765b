import { isObject } from "../../engine/schema/is-object.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { keyedBulk } from "../records/bulk/keyed-bulk.ts";
import { type Bulk, foundOrDone } from "../records/bulk/one-by-one.ts";
import { eachStored } from "../records/lists/each-record.ts";
import type { RecordAddress } from "../records/load-record.ts";
import { updateRecord } from "../records/update-record.ts";
import { tasksRecordType } from "../tasks/tasks-record-type.ts";
import { assigneeOf } from "./assign-many.ts";

interface HandOver {
  /** Whose cases they are. */
  readonly from: string;
  /** `{to}`: who follows them from now on; null for nobody. */
  readonly body: unknown;
  /** The `Idempotency-Key`: what was given the first time is answered again. */
  readonly key?: string | undefined;
}

/**
 * Gives somebody's whole caseload, their open cases of every workflow and their open tasks, to another member of the
 * office; as far as the caller may change them. One that was given to somebody else since it was looked up stays theirs.
 *
 * @throws DomainError `malformed-assignment`, `unknown-assignee`, `idempotency-key-reused`.
 */
export async function handOver(office: Office, caller: Caller, { from, body, key }: HandOver): Promise<Bulk> {
  const assigneeId = await assigneeOf(office, isObject(body) ? body["to"] : undefined);
  return keyedBulk(office, caller, {
    key,
    asked: ["hand-over", from, body],
    addresses: await foundOrDone(office, caller, { found: await caseload(office, caller, from), key }),
    act: (one) => updateRecord(office, caller, { ...one, data: { assigneeId }, onlyOf: from }),
  });
}

/** How many open cases and tasks somebody has that the caller may give to somebody else. */
export async function caseloadOf(office: Office, caller: Caller, assigneeId: string): Promise<number> {
  return (await caseload(office, caller, assigneeId)).length;
}

/** The open cases and tasks of somebody that the caller may change. */
async function caseload(office: Office, caller: Caller, assigneeId: string): Promise<readonly RecordAddress[]> {
  const types = office.registry.types().filter(({ id, kind }) => {
    const isGiven = kind === "workflow" || id === tasksRecordType.id;
    return isGiven && caller.rights.may("read", id) && caller.rights.may("update", id);
  });
  const found: RecordAddress[] = [];
  for (const type of types) {
    const open = type.kind === "workflow" ? { status: "active" } : { done_neq: true };
    for await (const rows of eachStored(office, caller, { type, filter: { assigneeId, ...open } })) {
      found.push(...rows.map(({ record }) => ({ type: type.id, id: record.id })));
    }
  }
  return found;
}
