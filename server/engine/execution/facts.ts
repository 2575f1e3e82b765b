import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { Actor } from "./case.ts";

/**
 * What a decision may know beside the case and the event. Loaded before the decision, so that it stays pure.
 * The server loads facts from the store; the browser is given them or makes them up in a simulation.
 */
export interface Facts {
  /** UTC ISO-8601. */
  readonly now: string;
  /** IANA name of the office's one time zone. */
  readonly timeZone: string;
  readonly actor: Actor;
  /** The language that reasons are told in; French without it. */
  readonly language?: Language;
  /** The records that the case refers to, by field without `Id`, each with its own references one step further. */
  readonly related: { readonly [name: string]: RelatedRecord | null };
  /** How many records match each request, by its key. */
  readonly counts: { readonly [key: string]: number };
  /** Public holidays as ISO dates, where working days are counted. */
  readonly holidays?: readonly string[];
  /** Days that are worked, 1 = Monday … 7 = Sunday. Monday to Friday without it. */
  readonly workingDays?: readonly number[];
}

/** What is known before the counts are: enough to tell which counts are needed. */
export type KnownFacts = Omit<Facts, "counts">;

/** A record flattened as the API answers it, with `related` beside its fields under the references' names. */
export type RelatedRecord = JsonObject;

/** A count that a guard needs. `filter` is the filter dialect of the HTTP lists, its `$case.…` values resolved. */
export interface FactRequest {
  readonly key: string;
  readonly type: string;
  readonly filter: JsonObject;
}
