import type { JsonObject } from "../../plugin-api/json.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import type { Case } from "./case.ts";
import type { Decision } from "./decision.ts";
import type { Facts } from "./facts.ts";

/**
 * The case with fields edited (`assigneeId` among them; null removes one): its data checked, the timers that follow a
 * field computed again. `changes` is empty when the patch changes nothing: there is nothing to write then. Pure.
 */
export function decideUpdate(_workflow: CompiledWorkflow, _current: Case, _patch: JsonObject, _facts: Facts): Decision {
  throw new Error("not built yet");
}
