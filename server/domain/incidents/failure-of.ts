import { cutText } from "../../engine/schema/cut-text.ts";
import { DomainError, type ErrorKind } from "../domain-error.ts";
import type { Failure } from "./incident.ts";
import { withoutPersonalData } from "./without-personal-data.ts";

/** What was thrown, told so that it can be kept and logged: nothing in it is about a person. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DomainError) return refusalOf(error);
  const text = causeOf(error);
  return {
    code: "defect",
    message: { fr: `Une erreur inattendue s’est produite : ${text}`, en: `An unexpected error occurred: ${text}` },
  };
}

/** Refusals that time alone may lift; all others need somebody to change something. */
const passing: ReadonlySet<ErrorKind> = new Set(["unavailable", "conflict", "stale", "too-many"]);

/** Whether trying again, without anybody doing anything, may help. */
export function mayPass(error: unknown): boolean {
  return !(error instanceof DomainError) || passing.has(error.details.kind) || ruleFailed(error);
}

/** A rule could not be asked: it threw, which says nothing about the case. */
export function ruleFailed({ details }: DomainError): boolean {
  return details.reasons?.some(({ code }) => code === "rule-failed" || code === "plugin-unavailable") ?? false;
}

function refusalOf({ details, cause }: DomainError): Failure {
  const { code, message, errors = {}, reasons = [] } = details;
  const [fr, en] = typeof message === "string" ? [message, message] : [message.fr, message.en ?? message.fr];
  const fields = Object.keys(errors).join(", ");
  const more = [
    ...reasons.map((reason) => withoutPersonalData(reason.message)),
    ...(cause === undefined ? [] : [causeOf(cause)]),
  ].join(" ");
  const told = (text: string, word: string) =>
    [withoutPersonalData(text), fields && `(${word} ${fields})`, more].filter(Boolean).join(" ");
  return { code, message: { fr: told(fr, "champs :"), en: told(en, "fields:") } };
}

function causeOf(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  const [line = ""] = withoutPersonalData(text, { foreign: true }).split("\n");
  return cutText(line, 300);
}
