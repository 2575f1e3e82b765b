import type { Json, JsonObject } from "../plugin-api/json.ts";
import type { Reason } from "../plugin-api/reason.ts";
import type { Text } from "../plugin-api/text.ts";

/** What is wrong with a request; `server/http` answers each kind with its one HTTP status. */
export type ErrorKind =
  /** 400 */
  | "malformed"
  /** 401 */
  | "signed-out"
  /** 403 */
  | "forbidden"
  /** 404 */
  | "not-found"
  /** 409 */
  | "conflict"
  /** 412 */
  | "stale"
  /** 413 */
  | "too-large"
  /** 415 */
  | "unsupported"
  /** 422 */
  | "invalid"
  /** 429 */
  | "too-many"
  /** 503 */
  | "unavailable"
  /** 500: a defect of ours, for one of many whose others go on. */
  | "defect";

/** What a refusal says: its kind, its code, its sentence in both languages, and where it applies. */
export interface ErrorDetails {
  readonly kind: ErrorKind;
  /** Stable, lower case with hyphens: what a program compares. */
  readonly code: string;
  /** Who, what, and what to do next. */
  readonly message: Text;
  /** What is wrong, by dotted field. */
  readonly errors?: { readonly [field: string]: Text };
  readonly reasons?: readonly Reason[];
  /** Further members of the answer, such as the current case of a conflict. */
  readonly more?: JsonObject | { readonly [member: string]: Json | undefined };
}

/**
 * A refusal that the caller can do something about. Each part of the domain makes its own with typed factories
 * (`user-errors.ts`, `record-errors.ts` …); anything else that is thrown is a defect and answers 500.
 *
 * @example
 * export const unknownRecord = (type: string, id: string) =>
 *   new DomainError({ kind: "not-found", code: "unknown-record", message: { fr: `…`, en: `…` } });
 */
export class DomainError extends Error {
  readonly details: ErrorDetails;

  constructor(details: ErrorDetails, options: ErrorOptions = {}) {
    super(typeof details.message === "string" ? details.message : (details.message.en ?? details.message.fr), options);
    this.name = "DomainError";
    this.details = details;
  }
}
