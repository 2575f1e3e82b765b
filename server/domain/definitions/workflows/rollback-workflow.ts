import type { Caller } from "../../changes/caller.ts";
import { nothingToRollBackTo, unknownVersion } from "../definition-errors.ts";
import { requireOwn, workflowInForce } from "../definition-in-force.ts";
import type { DefinitionsDesk } from "../definitions-desk.ts";
import { publishDefinitions } from "../publish-definitions.ts";
import { requireAdministrator } from "../require-administrator.ts";
import { compileDraft } from "./compile-draft.ts";
import { moveCases } from "./move-cases.ts";
import { type CasesChoice, type Publication, requireStages } from "./publish-draft.ts";

/** An earlier version to put in force again. */
export interface RollbackRequest extends CasesChoice {
  readonly id: string;
  /** The version to go back to; the one before that in force without it. */
  readonly version?: number;
}

/**
 * Puts an earlier version of a workflow in force again, as its next version. Live cases stay on theirs, but for those of the
 * stages that `mapping` names. A draft that somebody works on stays, to be looked at beside what is in force now.
 *
 * @throws DomainError `administrators-only`, `unknown-workflow`, `contributed-by-plugin`, `no-earlier-version`,
 * `unknown-version`, `unfit-definition` when the office no longer has what that version names, `unknown-stage`,
 * `published-in-between`.
 */
export async function rollbackWorkflow(
  desk: DefinitionsDesk,
  caller: Caller,
  { id, version, mapping = {}, timers = {} }: RollbackRequest,
): Promise<Publication> {
  requireAdministrator(caller);
  const latest = await workflowInForce(desk.store, id);
  requireOwn(latest);
  const target = version ?? latest.version - 1;
  if (target < 1) throw nothingToRollBackTo(id);
  const earlier = await desk.store.version("workflow", id, target);
  if (earlier?.kind !== "workflow") throw unknownVersion(id, target);
  const next = latest.version + 1;
  const { definition } = earlier;
  compileDraft(desk, caller, { definition, version: next });
  requireStages(definition, Object.values(mapping));
  await publishDefinitions(desk, caller, [{ kind: "workflow", definition, after: latest.version }]);
  return { id, version: next, cases: await moveCases(desk, caller, { id, version: next, mapping, timers }) };
}
