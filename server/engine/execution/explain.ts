import type { JsonObject } from "../../plugin-api/json.ts";
import type { Reason } from "../../plugin-api/reason.ts";
import { inLanguage, type Language, type Text } from "../../plugin-api/text.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import type { Candidate } from "../definition/machine.ts";
import { say } from "../language/say.ts";
import { serveSchema } from "../schema/serve-schema.ts";
import type { Case } from "./case.ts";
import type { ActionOffer } from "./decision.ts";
import { formOf } from "./event-form.ts";
import { eventTitle } from "./event-title.ts";
import type { Facts } from "./facts.ts";
import { flattenRecord } from "./flatten-record.ts";
import { createJudge, type TellingJudge } from "./judge.ts";
import { type RuleInput, ruleInput } from "./rule-input.ts";
import { stepOrNull } from "./step-or-null.ts";

/** The reader that an explanation is for. */
export interface Reader {
  readonly language: Language;
  mayEvent(event: string): boolean;
  /** The roles that may send the event, to name who can. */
  rolesOf(event: string): readonly { readonly id: string; readonly title: string }[];
}

/**
 * Every event that the case's stage knows, blocked ones too, with the reasons. A rule that reads the payload counts as
 * allowed: only the filled-in form can tell.
 *
 * @example
 * const offers = explain(workflow, loan, facts, { language: "en", mayEvent: () => true, rolesOf: () => [] });
 * offers.filter(({ allowed }) => !allowed).map(({ title, reasons }) => [title, reasons]);
 */
export function explain(
  workflow: CompiledWorkflow,
  current: Case,
  facts: Facts,
  reader: Reader,
): readonly ActionOffer[] {
  const input = ruleInput(flattenRecord(current), { ...facts, language: reader.language });
  const matter = { workflow, current, input, reader };
  return workflow.machine.eventsAt(current).map((event) => offerOf(matter, event));
}

interface Matter {
  readonly workflow: CompiledWorkflow;
  readonly current: Case;
  readonly input: RuleInput;
  readonly reader: Reader;
}

function offerOf(matter: Matter, event: string): ActionOffer {
  const { workflow, current, input, reader } = matter;
  const { language } = reader;
  const candidates = workflow.machine.candidates(current, event);
  const judge = createJudge({ tools: workflow.tools, input, form: {}, internal: false, mood: "lenient" });
  const open = candidates.find(({ rule }) => judge.holds(rule, {}));
  const shown = open ?? candidates.find(({ rule }) => !rule.internal) ?? candidates[0];
  const reasons = reasonsFor(reader, event, () => (open === undefined ? blockers(candidates, judge, language) : []));
  const form = shown === undefined ? null : formOf(workflow, shown, event);
  return {
    event,
    title: eventTitle(workflow, event, language),
    target: targetOf(matter, event, { moves: shown?.moves === true, judge: open === undefined ? null : judge }),
    allowed: reasons.length === 0,
    reasons,
    ...(form !== null && { form: serveSchema(form, { language }) as JsonObject }),
    ...text("effect", shown?.meta.effect, language),
    ...text("confirm", shown?.meta.confirm, language),
    ...(candidates.some(({ meta }) => meta.primary === true) && { primary: true }),
  };
}

/** Whoever may not send the event is not told what blocks it: rules read what they may not. */
function reasonsFor(reader: Reader, event: string, blocking: () => readonly Reason[]): readonly Reason[] {
  return reader.mayEvent(event) ? blocking() : rightReasons(reader, event);
}

function rightReasons(reader: Reader, event: string): readonly Reason[] {
  const roles = reader.rolesOf(event);
  const [first] = roles;
  if (first === undefined) return [{ code: "role", message: say(reader.language, "refuse.role-nobody") }];
  const titles = roles.map(({ title }) => title).join(", ");
  return [{ code: "role", message: say(reader.language, "refuse.role", { roles: titles }), role: first.id }];
}

function blockers(candidates: readonly Candidate[], judge: TellingJudge, language: Language): readonly Reason[] {
  const askable = candidates.filter(({ rule }) => !rule.internal);
  if (askable.length === 0) return [{ code: "internal", message: say(language, "refuse.internal") }];
  const reasons = askable.flatMap(({ rule }) => judge.tree(rule)?.reasons ?? []);
  return [...new Map(reasons.map((reason) => [`${reason.code} ${reason.message}`, reason])).values()];
}

/** The stage that the event would lead to, found by taking it; as if it were allowed, when it is not. */
function targetOf(
  { workflow, current, input }: Matter,
  event: string,
  way: { readonly moves: boolean; readonly judge: TellingJudge | null },
): string | null {
  if (!way.moves) return null;
  const grounds = { tools: workflow.tools, input, form: {}, internal: true, mood: "as-if-allowed" } as const;
  const judge = way.judge ?? createJudge(grounds);
  return stepOrNull(() => workflow.machine.step(current, event, judge))?.standing.stage ?? null;
}

function text<Key extends string>(key: Key, value: Text | undefined, language: Language): { [key in Key]?: string } {
  return value === undefined ? {} : ({ [key]: inLanguage(value, language) } as { [key in Key]: string });
}
