import { compileWorkflow } from "../../../engine/definition/compile-workflow.ts";
import { delayInWords } from "../../../engine/definition/delay-in-words.ts";
import { delayOf } from "../../../engine/definition/delays.ts";
import type { Decision } from "../../../engine/execution/decision.ts";
import type { Facts } from "../../../engine/execution/facts.ts";
import { moveCase, type Versions } from "../../../engine/rehearsal/move-case.ts";
import { knownNow } from "../../cases/load-facts.ts";
import type { Caller } from "../../changes/caller.ts";
import type { DefinitionsDesk } from "../definitions-desk.ts";
import { engineTools } from "../engine-tools.ts";
import { refusalSentences } from "../refusal-sentences.ts";
import { type LiveCase, liveCases } from "./live-cases.ts";
import { readDraft } from "./read-draft.ts";

/** What a draft would mean for one live case. */
export type Fit = "safe" | "needs-mapping" | "timer-to-decide" | "data-invalid";

export interface Rehearsal {
  readonly total: number;
  readonly counts: { readonly [fit in Fit]: number };
  /** By stage that cases stand in now. */
  readonly stages: readonly StageRehearsal[];
  /** The cases that are not safe, at most 200 of them. */
  readonly cases: readonly RehearsedCase[];
}

export interface StageRehearsal {
  readonly stage: string;
  readonly counts: { readonly [fit in Fit]: number };
}

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
 * Tries the draft of a workflow on every live case: whether it could go on in it where it stands. Changes nothing.
 *
 * @throws DomainError `administrators-only`, `no-draft`; DefinitionError when the draft cannot be compiled.
 */
export async function rehearseDraft(desk: DefinitionsDesk, caller: Caller, id: string): Promise<Rehearsal> {
  const { definition, basedOn } = await readDraft(desk, caller, id);
  const draft = compileWorkflow(definition, basedOn + 1, engineTools(desk.contributed, desk.validator));
  const facts: Facts = { ...knownNow(desk.office, caller), related: {}, counts: {} };
  const counts = noCounts();
  const stages = new Map<string, { [fit in Fit]: number }>();
  const cases: RehearsedCase[] = [];
  for await (const page of liveCases(desk.office, caller, id)) {
    for (const live of page) {
      const from = await desk.registry.workflow(id, live.current.workflowVersion);
      const rehearsed = rehearse({ from, to: draft }, live, facts);
      const ofStage = stages.get(rehearsed.stage) ?? noCounts();
      stages.set(rehearsed.stage, ofStage);
      counts[rehearsed.fit] += 1;
      ofStage[rehearsed.fit] += 1;
      if (rehearsed.fit !== "safe" && cases.length < mostCases) cases.push(rehearsed);
    }
  }
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { total, counts, stages: [...stages].map(([stage, its]) => ({ stage, counts: its })), cases };
}

function noCounts(): { [fit in Fit]: number } {
  return { safe: 0, "needs-mapping": 0, "timer-to-decide": 0, "data-invalid": 0 };
}

function rehearse(versions: Versions, { current, label }: LiveCase, facts: Facts): RehearsedCase {
  const decision = moveCase(versions, current, null, facts);
  const { id, stage, workflowVersion } = current;
  return {
    id,
    displayName: label,
    stage,
    workflowVersion,
    fit: fitOf(decision),
    reasons: reasonsOf(versions, decision, facts),
  };
}

function fitOf(decision: Decision): Fit {
  if (!decision.accepted) return decision.refusal === "record" ? "data-invalid" : "needs-mapping";
  return decision.arm.length + decision.cancel.length > 0 ? "timer-to-decide" : "safe";
}

function reasonsOf({ to }: Versions, decision: Decision, facts: Facts): readonly string[] {
  if (!decision.accepted) return refusalSentences(decision);
  const { language = "fr", timeZone } = facts;
  const day = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone });
  return decision.arm.map(({ delay, dueAt }) => {
    const title = delayInWords(delayOf(to.definition, delay), delay, language);
    return `${title} → ${day.format(new Date(dueAt))}.`;
  });
}
