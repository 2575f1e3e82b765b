import type { DataSchema } from "../data-schema.ts";
import type { JsonObject } from "../json.ts";
import type { Reason } from "../reason.ts";
import type { Language, Text } from "../text.ts";

/** What a pure guard may look at. */
export interface GuardInput {
  /** The case's data with its system fields (`id`, `stage`, `assigneeId` …); at creation, the data asked for. */
  readonly case: JsonObject;
  /** The payload of the event, absent while its form is not filled in. */
  readonly event?: JsonObject;
  /** The records that the case refers to, by field without `Id`, two references deep. */
  readonly related: { readonly [name: string]: JsonObject | null };
  readonly counts: { readonly [key: string]: number };
  /** Local day of the office, ISO. */
  readonly today: string;
  readonly language: Language;
}

/** A rule in code: pure, and able to say why it blocks. */
export interface GuardContribution {
  readonly title: Text;
  readonly params?: DataSchema;
  /** Looks at the event's payload: counts as allowed until its form is filled in. */
  readonly readsEvent?: boolean;
  /** What counts while it cannot be asked, having thrown or taken too long: `block` (usual) says so, `pass` lets go on. */
  readonly fallback?: "block" | "pass";
  evaluate(params: JsonObject, input: GuardInput): GuardAnswer;
}

/** Whether the rule lets the event pass; when not, why. */
export type GuardAnswer = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly Reason[] };
