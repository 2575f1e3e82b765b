import { inLanguage, type Language } from "../../plugin-api/text.ts";
import type { DelayDefinition } from "../../plugin-api/workflow-definition.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import { afterEvent, delayOf } from "../definition/delays.ts";
import { ancestorsOf, nodesOf, stateTree } from "../definition/state-tree.ts";
import { say } from "../language/say.ts";
import { durationInWords } from "../time/duration-words.ts";

/** What a sentence about a timer is made of. */
export interface TimerReading {
  readonly language: Language;
  /** What the field is called, or null when the reader may not know of it. */
  readonly fieldTitle: (field: string) => string | null;
  /** Public holidays do not count as working days. */
  readonly holidays: boolean;
}

/**
 * Why a running timer is due when it is, in a sentence without a full stop; null when the workflow has no such timer.
 *
 * @example explainTimer(workflow, "xstate.after.reminder.loans.out", reading);
 * // "30 jours après l'entrée dans « Prêté », comptés en jours ouvrés, hors jours fériés"
 */
export function explainTimer(
  { definition, stages }: CompiledWorkflow,
  key: string,
  reading: TimerReading,
): string | null {
  const { language } = reading;
  for (const node of nodesOf(stateTree(definition))) {
    const delay = Object.keys(node.definition.after ?? {}).find((name) => afterEvent(name, node.id) === key);
    const when = delay === undefined ? null : delayOf(definition, delay);
    if (when === null) continue;
    const around = [node, ...ancestorsOf(node)].map(({ path }) => stages.find((stage) => stage.path === path));
    const title = around.find((stage) => stage !== undefined)?.title;
    const start = title === undefined ? say(language, "timer.creation") : entry(inLanguage(title, language), language);
    return `${moment(when, start, reading)}${counted(when, reading)}`;
  }
  return null;
}

function entry(stage: string, language: Language): string {
  return say(language, "timer.entry", { stage });
}

function moment({ duration, field }: DelayDefinition, start: string, { language, fieldTitle }: TimerReading): string {
  const title = field === undefined ? null : fieldTitle(field);
  const base = field === undefined ? start : named(title, language);
  const length = duration === undefined ? "" : durationInWords(duration, language);
  if (length === "") return field === undefined ? say(language, "timer.at-once", { base }) : onDay(title, language);
  return say(language, duration?.startsWith("-") ? "timer.before" : "timer.after", { length, base });
}

function named(title: string | null, language: Language): string {
  return title === null ? say(language, "timer.some-date") : say(language, "timer.date", { field: title });
}

function onDay(title: string | null, language: Language): string {
  return title === null ? say(language, "timer.on-some-date") : say(language, "timer.on-date", { field: title });
}

function counted({ duration, workingDays }: DelayDefinition, { language, holidays }: TimerReading): string {
  if (workingDays !== true || duration === undefined) return "";
  return say(language, holidays ? "timer.working-days-without-holidays" : "timer.working-days");
}
