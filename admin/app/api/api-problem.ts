import { HttpError } from "react-admin";
import type { Reason } from "../../../server/plugin-api/reason.ts";
import { errors as english } from "../i18n/en/errors.ts";
import { errors as french } from "../i18n/fr/errors.ts";
import { currentLanguage } from "../i18n/language.ts";
import { unbroken } from "../i18n/unbroken.ts";

/** The body of a refusal: RFC 9457, with what react-admin and the forms show at the fields. */
export interface Problem {
  readonly status?: number;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly message?: string;
  readonly errors?: { readonly [field: string]: string };
  readonly reasons?: readonly Reason[];
  readonly [member: string]: unknown;
}

/** Makes the error that every failed call throws. Its `message` is the sentence to show; status 0 means no answer came. */
export function apiError(status: number, problem: Problem): HttpError {
  const said = problem.message ?? problem.detail ?? problem.title ?? saidOfNone(status);
  return new HttpError(unbroken(said), status, problem);
}

/** What the office answered, when `error` is a refused call. */
export function problemOf(error: unknown): Problem | null {
  return error instanceof HttpError && isProblem(error.body) ? error.body : null;
}

/** The HTTP status behind an error; 0 when no answer came, null when it is no failed call at all. */
export function statusOf(error: unknown): number | null {
  return error instanceof HttpError ? error.status : null;
}

/** Whether the office said no: asking again changes nothing. Else it did not answer, could not, or was asked too often. */
export function isRefusal(error: unknown): boolean {
  const status = statusOf(error) ?? 0;
  return status >= 400 && status < 500 && status !== 429;
}

/** Every sentence of a failed call: its reasons when a rule said no, else its message. There is always one. */
export function sentencesOf(error: unknown): readonly string[] {
  const problem = problemOf(error);
  const reasons = problem?.reasons?.map((reason) => unbroken(reason.message)) ?? [];
  if (reasons.length > 0) return reasons;
  return error instanceof Error && error.message ? [error.message] : [];
}

/** What is told where the office says nothing itself: it did not answer, or something in between did. */
function saidOfNone(status: number): string {
  const { unreachable, unreachableText, refused, refusedText } = currentLanguage() === "fr" ? french : english;
  return status === 0 ? `${unreachable}. ${unreachableText}` : `${refused}. ${refusedText}`;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}
