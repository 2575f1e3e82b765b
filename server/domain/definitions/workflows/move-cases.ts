import type { CompiledWorkflow } from "../../../engine/definition/compiled-workflow.ts";
import type { Case } from "../../../engine/execution/case.ts";
import { isCase } from "../../../engine/execution/flatten-record.ts";
import { inLanguage } from "../../../plugin-api/text.ts";
import { caseChange } from "../../cases/case-change.ts";
import { knownNow } from "../../cases/load-facts.ts";
import type { Caller } from "../../changes/caller.ts";
import { carryOut } from "../../changes/carry-out.ts";
import { DomainError } from "../../domain-error.ts";
import { findType } from "../../records/find-type.ts";
import { loadRelated } from "../../records/load-related.ts";
import type { DefinitionsDesk } from "../definitions-desk.ts";
import { refusalSentences } from "../refusal-sentences.ts";
import { decideMove, type TimerChoice } from "./decide-move.ts";
import { type LiveCase, liveCases } from "./live-cases.ts";

/** Which cases go to another version of their workflow, by the stage that they stand in, and where to. */
export interface Move {
  readonly id: string;
  /** The version that the cases go to. */
  readonly version: number;
  readonly mapping: { readonly [stage: string]: string };
  readonly timers: { readonly [stage: string]: TimerChoice };
}

/** What became of the cases that were to be moved. */
export interface MovedCases {
  readonly moved: number;
  /** Cases that stay on their version, with the reason: at most 200 of them. */
  readonly left: readonly LeftCase[];
}

interface LeftCase {
  readonly id: string;
  readonly displayName: string;
  readonly reasons: readonly string[];
}

const mostLeft = 200;

/** The history's name of it. */
const event = "moved-version";

/** Takes the live cases of the mapped stages to another version of their workflow, each by a change of its own. */
export async function moveCases(desk: DefinitionsDesk, caller: Caller, move: Move): Promise<MovedCases> {
  const left: LeftCase[] = [];
  let moved = 0;
  if (Object.keys(move.mapping).length === 0) return { moved, left };
  const to = await desk.registry.workflow(move.id, move.version);
  for await (const page of liveCases(desk.office, caller, move.id)) {
    const mapped = page.filter(({ current }) => isMapped(current, move));
    const fates = await Promise.all(mapped.map((live) => moveOne(desk, caller, { live, move, to })));
    moved += fates.filter((fate) => fate === "moved").length;
    left.push(...fates.filter((fate) => typeof fate === "object").slice(0, mostLeft - left.length));
  }
  return { moved, left };
}

function isMapped(current: Case, move: Move): boolean {
  return current.workflowVersion !== move.version && Object.hasOwn(move.mapping, current.stage);
}

/** `gone` when it has left the stage, or the old version, by itself meanwhile. */
async function moveOne(
  desk: DefinitionsDesk,
  caller: Caller,
  { live, move, to }: { readonly live: LiveCase; readonly move: Move; readonly to: CompiledWorkflow },
): Promise<"moved" | "gone" | LeftCase> {
  const left = (reasons: readonly string[]) => ({ id: live.current.id, displayName: live.label, reasons });
  let refused: LeftCase | null = null;
  try {
    const { how } = await carryOut(desk.office, async () => {
      const found = await desk.office.reader.get(move.id, live.current.id);
      if (found === null || !isCase(found.record) || !isMapped(found.record, move)) return null;
      const before = found.record;
      const type = findType(desk.office, move.id);
      const { related, names } = await loadRelated(desk.office, type, before.data);
      const from = await desk.registry.workflow(move.id, before.workflowVersion);
      const facts = { ...knownNow(desk.office, caller), related, counts: {} };
      const aim = { stage: move.mapping[before.stage] ?? null, timers: move.timers[before.stage] ?? "from-now" };
      const decision = decideMove({ from, to }, before, aim, facts);
      if (decision.accepted) return caseChange(desk.office, caller, { type, before, decision, event, names });
      refused = left(refusalSentences(decision, to.schema, caller.language));
      return null;
    });
    return how === "done" ? "moved" : (refused ?? "gone");
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return left([inLanguage(error.details.message, caller.language)]);
  }
}
