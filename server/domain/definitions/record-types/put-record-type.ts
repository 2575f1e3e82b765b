import { lintRecordType } from "../../../engine/definition/lint-record-type.ts";
import { parseRecordType } from "../../../engine/definition/parse-definition.ts";
import type { RecordTypeDefinition } from "../../../plugin-api/record-type-definition.ts";
import type { Caller } from "../../changes/caller.ts";
import { idTaken, publishedInBetween, unacknowledged, unfitDefinition } from "../definition-errors.ts";
import { latestRecordType, requireOwn } from "../definition-in-force.ts";
import type { DefinitionsDesk } from "../definitions-desk.ts";
import { officeLintContext } from "../office-lint-context.ts";
import { parseDefinition } from "../parse-definition.ts";
import { publishDefinitions } from "../publish-definitions.ts";
import { requireAdministrator } from "../require-administrator.ts";
import { refuseReservedId } from "../reserved-ids.ts";
import { reviewData } from "../review-data.ts";

/** A record type to put in force. */
export interface PutRecordTypeRequest {
  readonly id: string;
  readonly definition: unknown;
  /** The published version that the author began from, where they tell it. */
  readonly basedOn?: number;
  /** The warnings of lint, and what it means for the records that are there, have been read. */
  readonly acknowledge?: boolean;
}

/** The record type as it is in force now. */
export interface PutRecordType {
  readonly definition: RecordTypeDefinition;
  readonly version: number;
}

/**
 * Puts a record type in force, a new one or the next version, at once. The records stay as they are: what they hold in
 * a field that is no longer there is kept, and shown again with it.
 *
 * @throws DomainError `administrators-only`, `contributed-by-plugin`, `invalid-definition`, `id-cannot-change`,
 * `reserved-id`, `id-taken`, `unfit-definition`, `warnings-to-acknowledge` for those of lint and when records would
 * lose sight of what they hold or would no longer be valid, `published-in-between`.
 */
export async function putRecordType(
  desk: DefinitionsDesk,
  caller: Caller,
  request: PutRecordTypeRequest,
): Promise<PutRecordType> {
  requireAdministrator(caller);
  const { id } = request;
  const latest = await latestRecordType(desk.store, id);
  requireOwn(latest);
  const definition = parseDefinition(desk, caller, { definition: request.definition, parse: parseRecordType, id });
  if (latest === null) await requireFree(desk, id);
  const after = latest?.version ?? 0;
  if (request.basedOn !== undefined && request.basedOn !== after) throw publishedInBetween(id);
  const { errors, warnings } = lintRecordType(definition, officeLintContext(desk, caller, id));
  if (errors.length > 0) throw unfitDefinition(errors);
  const doubts = [...warnings, ...(await reviewData(desk, caller, definition))];
  if (doubts.length > 0 && request.acknowledge !== true) throw unacknowledged(doubts);
  await publishDefinitions(desk, caller, [{ kind: "record-type", definition, after }]);
  return { definition, version: after + 1 };
}

async function requireFree(desk: DefinitionsDesk, id: string): Promise<void> {
  refuseReservedId(id);
  const isTaken = (await desk.store.inForce()).some((each) => each.kind === "workflow" && each.id === id);
  if (isTaken || (await desk.store.draft("workflow", id)) !== null) throw idTaken(id);
}
