import { creationForm } from "../../engine/execution/event-form.ts";
import { mergeData } from "../../engine/execution/merge-data.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { planCaseCreation } from "../cases/plan-case-creation.ts";
import type { Caller } from "../changes/caller.ts";
import type { Change } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { derivedData } from "../derived/derived-data.ts";
import { requireFiles } from "../files/require-files.ts";
import { requireRight } from "./find-type.ts";
import { planRecord } from "./plan-record.ts";
import { assigneeIn, recordBody } from "./record-body.ts";
import { requireUnchanged } from "./require-unchanged.ts";
import { requireWritable } from "./require-writable.ts";

/**
 * The creation of a record or case from the body that asks for it.
 *
 * @throws DomainError `malformed-record`, `may-not-create`, `may-not-write-field`, `system-field`, `invalid-record`,
 * `dangling-file`, and for a case `invalid-form`, `blocked`, `unknown-assignee`.
 */
export async function planCreation(
  office: Office,
  caller: Caller,
  { type, body }: { readonly type: PublishedType; readonly body: unknown },
): Promise<Change> {
  const { data, system } = recordBody(type, body, caller.language);
  requireRight(caller, "create", type);
  requireWritable(type, caller, { patch: withoutForm(type, data), current: {} });
  requireUnchanged(type, system, {});
  const id = office.newId();
  const given = mergeData({}, data);
  await requireFiles(office, caller, { type, before: {}, after: given });
  if (type.kind === "workflow") {
    const assigneeId = assigneeIn(system);
    const draft = { id, data: given, ...(assigneeId === undefined ? {} : { assigneeId }) };
    return planCaseCreation(office, caller, { type, draft });
  }
  const now = office.clock.now();
  const whole = derivedData(office, type, given);
  const after = { id, type: type.id, version: 1, createdAt: now, updatedAt: now, data: whole };
  const change = await planRecord(office, caller, { type, before: null, after });
  if (change === null) throw new Error("A creation always changes something");
  return change;
}

/** What the form of creation asks for may be written then, by whoever may create, as an action's form may be. */
function withoutForm({ compiled }: PublishedType, data: JsonObject): JsonObject {
  const asked = compiled && creationForm(compiled)?.properties;
  if (!asked) return data;
  return Object.fromEntries(Object.entries(data).filter(([field]) => !Object.hasOwn(asked, field)));
}
