import type { GuardInput } from "../../plugin-api/contributions/index.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { valueAt } from "../schema/value-at.ts";
import { type Calendar, localDay } from "../time/calendar.ts";
import type { Actor } from "./case.ts";
import type { Scope } from "./expressions.ts";
import type { Facts } from "./facts.ts";

/** What a rule is evaluated over. `event` is absent while the form is not filled in. */
export interface RuleInput extends GuardInput, Calendar {
  /** UTC ISO-8601. */
  readonly now: string;
  readonly actor?: Actor;
}

/** What rules read of the facts, over a case and, once its form is filled in, an event. */
export function ruleInput(subject: JsonObject, facts: Facts, event?: JsonObject): RuleInput {
  let day: string | undefined;
  return {
    case: subject,
    ...(event !== undefined && { event }),
    get related() {
      return facts.related;
    },
    counts: facts.counts,
    // Most decisions never ask for it, and time zones are slow.
    get today() {
      day ??= localDay(facts.now, facts.timeZone);
      return day;
    },
    language: facts.language ?? "fr",
    now: facts.now,
    actor: facts.actor,
    timeZone: facts.timeZone,
    ...(facts.workingDays !== undefined && { workingDays: facts.workingDays }),
    ...(facts.holidays !== undefined && { holidays: facts.holidays }),
  };
}

/** The value that a path of a rule names (`case.x`, `record.x`, `event.x`, `today`, `member.x`). */
export type Looked =
  | { readonly known: true; readonly value: Json | undefined }
  /** It stands in a form that is not filled in. */
  | { readonly known: false };

/** Looks a path up. `record` is the same as `case`. */
export function look(path: string, input: RuleInput): Looked {
  const [root = "", ...rest] = path.split(".");
  if (root === "event" && input.event === undefined) return { known: false };
  const start = rootOf(root, input);
  return { known: true, value: rest.length === 0 ? start : valueAt(start, rest.join(".")) };
}

/** The field of the case that a path is about: what a reason points at. */
export function fieldNamed(path: string): string | undefined {
  const [root = "", ...rest] = path.split(".");
  if (rest.length === 0) return undefined;
  return OWN_ROOTS.has(root) ? rest.join(".") : `${root}Id`;
}

/** What expressions in the parameters of a rule read. */
export function scopeOf(input: RuleInput): Scope {
  return { ...input, event: input.event ?? {}, actor: input.actor ?? null };
}

const OWN_ROOTS: ReadonlySet<string> = new Set(["case", "record", "event"]);

function rootOf(root: string, input: RuleInput): Json | undefined {
  if (root === "case" || root === "record") return input.case;
  if (root === "event") return input.event;
  if (root === "today") return input.today;
  return Object.hasOwn(input.related, root) ? input.related[root] : undefined;
}
