import { parseWorkflow } from "../../../engine/definition/parse-definition.ts";
import type { Case } from "../../../engine/execution/case.ts";
import type { Facts } from "../../../engine/execution/facts.ts";
import type { Versions } from "../../../engine/rehearsal/move-case.ts";
import { knownNow } from "../../cases/load-facts.ts";
import type { Caller } from "../../changes/caller.ts";
import type { Office } from "../../changes/office.ts";
import { latestWorkflow } from "../definition-in-force.ts";
import type { DefinitionsDesk } from "../definitions-desk.ts";
import { parseDefinition } from "../parse-definition.ts";
import { refusalSentences } from "../refusal-sentences.ts";
import { requireAdministrator } from "../require-administrator.ts";
import { compileDraft } from "./compile-draft.ts";
import { decideMove, type TimerChoice, timerChoices } from "./decide-move.ts";
import type { DraftRequest } from "./lint-draft.ts";
import { liveCases } from "./live-cases.ts";
import { readDraft } from "./read-draft.ts";
import { timerSentences } from "./timer-sentences.ts";

/** What a draft would mean for one live case. */
export type Fit = "safe" | "needs-mapping" | "timer-to-decide" | "data-invalid";

/** What a draft would mean for the live cases of its workflow. */
export interface Rehearsal {
  readonly total: number;
  readonly counts: { readonly [fit in Fit]: number };
  /** By stage that cases stand in now. */
  readonly stages: readonly StageRehearsal[];
  /** The cases that are not safe, at most 200 of them. */
  readonly cases: readonly RehearsedCase[];
}

/** The same for those that stand in one stage. */
export interface StageRehearsal {
  readonly stage: string;
  readonly counts: { readonly [fit in Fit]: number };
  /** How many of its cases would have a timer whose day is past already: it would fire at once. */
  readonly atOnce: { readonly [choice in TimerChoice]: number };
}

/** A case that could not simply go on. */
export interface RehearsedCase {
  readonly id: string;
  readonly displayName: string;
  readonly stage: string;
  readonly workflowVersion: number;
  readonly fit: Fit;
  /** Why, in the reader's language. */
  readonly reasons: readonly string[];
}

const mostCases = 200;

/**
 * Tries the draft of a workflow, or a definition that is not saved yet, on every live case: whether it could go on in it
 * where it stands. Changes nothing.
 *
 * @throws DomainError `administrators-only`, `no-draft`, `invalid-definition`, `unfit-definition`.
 */
export async function rehearseDraft(desk: DefinitionsDesk, caller: Caller, request: DraftRequest): Promise<Rehearsal> {
  const { id } = request;
  const { definition, basedOn } = await definitionAsked(desk, caller, request);
  const { workflow: to } = compileDraft(desk, caller, { definition, version: basedOn + 1 });
  const facts: Facts = { ...knownNow(desk.office, caller), related: {}, counts: {} };
  const counts = noCounts();
  const stages = new Map<string, Tally>();
  const cases: RehearsedCase[] = [];
  for await (const page of liveCases(desk.office, caller, id)) {
    for (const { current, label } of page) {
      const from = await desk.registry.workflow(id, current.workflowVersion);
      const { fit, reasons, atOnce } = rehearse({ from, to }, current, { facts, office: desk.office });
      const { stage, workflowVersion } = current;
      const ofStage = stages.get(stage) ?? { counts: noCounts(), atOnce: { "from-now": 0, "from-stage": 0 } };
      stages.set(stage, ofStage);
      counts[fit] += 1;
      ofStage.counts[fit] += 1;
      for (const choice of atOnce) ofStage.atOnce[choice] += 1;
      if (fit !== "safe" && cases.length < mostCases) {
        cases.push({ id: current.id, displayName: label, stage, workflowVersion, fit, reasons });
      }
    }
  }
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { total, counts, stages: [...stages].map(([stage, tally]) => ({ stage, ...tally })), cases };
}

interface Tally {
  readonly counts: { [fit in Fit]: number };
  readonly atOnce: { [choice in TimerChoice]: number };
}

function noCounts(): { [fit in Fit]: number } {
  return { safe: 0, "needs-mapping": 0, "timer-to-decide": 0, "data-invalid": 0 };
}

async function definitionAsked(desk: DefinitionsDesk, caller: Caller, { id, definition: given }: DraftRequest) {
  if (given === undefined) return await readDraft(desk, caller, id);
  requireAdministrator(caller);
  const definition = parseDefinition(desk, caller, { definition: given, parse: parseWorkflow, id });
  return { definition, basedOn: (await latestWorkflow(desk.store, id))?.version ?? 0 };
}

interface Rehearsing {
  readonly facts: Facts;
  readonly office: Office;
}

function rehearse(versions: Versions, current: Case, { facts, office }: Rehearsing) {
  const decided = (timers: TimerChoice) => decideMove(versions, current, { stage: null, timers }, facts);
  const decision = decided("from-now");
  const { language = "fr", now } = facts;
  if (!decision.accepted) {
    const fit: Fit = decision.refusal === "record" ? "data-invalid" : "needs-mapping";
    return { fit, reasons: refusalSentences(decision, versions.to.schema, language), atOnce: [] };
  }
  if (decision.arm.length + decision.cancel.length === 0) return { fit: "safe" as const, reasons: [], atOnce: [] };
  const atOnce = timerChoices.filter((choice) => {
    const chosen = decided(choice);
    return chosen.accepted && chosen.arm.some(({ dueAt }) => dueAt <= now);
  });
  const holidays = office.registry.office().workingDays?.holidays !== undefined;
  return { fit: "timer-to-decide" as const, reasons: timerSentences(versions, decision, { facts, holidays }), atOnce };
}
