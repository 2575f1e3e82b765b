import type { CompiledWorkflow } from "../../../engine/definition/compiled-workflow.ts";
import type { Accepted } from "../../../engine/execution/decision.ts";
import { explainTimer } from "../../../engine/execution/explain-timer.ts";
import type { Facts } from "../../../engine/execution/facts.ts";
import type { Versions } from "../../../engine/rehearsal/move-case.ts";
import type { Language } from "../../../plugin-api/text.ts";
import { fieldTitle } from "../field-title.ts";

const words = {
  fr: {
    armed: (what: string, day: string) => `${what} : ${day}.`,
    atOnce: (what: string, day: string) => `${what} : ${day}, déjà passé ; l’échéance se déclencherait aussitôt.`,
    ended: (what: string) => `Ne court plus : ${what}.`,
  },
  en: {
    armed: (what: string, day: string) => `${what}: ${day}.`,
    atOnce: (what: string, day: string) => `${what}: ${day}, which is past; the timer would fire at once.`,
    ended: (what: string) => `No longer runs: ${what}.`,
  },
} as const;

/** What a move from one version to another does to the timers of a case, a sentence each. */
export function timerSentences(
  { from, to }: Versions,
  { arm, cancel }: Pick<Accepted, "arm" | "cancel">,
  { facts, holidays }: { readonly facts: Facts; readonly holidays: boolean },
): readonly string[] {
  const { language = "fr", timeZone, now } = facts;
  const say = words[language];
  const day = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone });
  const begun = arm.map(({ key, delay, dueAt }) => {
    const what = inWords(to, key, { language, holidays }) ?? delay;
    return (dueAt <= now ? say.atOnce : say.armed)(what, day.format(new Date(dueAt)));
  });
  const ended = cancel.map((key) => say.ended(inWords(from, key, { language, holidays }) ?? key));
  return [...begun, ...ended];
}

function inWords(
  workflow: CompiledWorkflow,
  key: string,
  reading: { readonly language: Language; readonly holidays: boolean },
): string | null {
  const titleOf = (field: string) => fieldTitle(workflow.schema, field, reading.language);
  return explainTimer(workflow, key, { ...reading, fieldTitle: titleOf });
}
