import { STATUS_CODES } from "node:http";
import type { Response } from "express";
import type { DomainError, ErrorKind } from "../domain/domain-error.ts";
import { inLanguage, type Language } from "../plugin-api/text.ts";

/** The status of each kind of refusal. */
export const statuses: { readonly [kind in ErrorKind]: number } = {
  malformed: 400,
  "signed-out": 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  stale: 412,
  "too-large": 413,
  unsupported: 415,
  invalid: 422,
  "too-many": 429,
  unavailable: 503,
  defect: 500,
};

/** A refusal as the body of an RFC 9457 problem, in the reader's language. */
export function problemOf(error: DomainError, language: Language) {
  const { kind, code, message, errors, reasons, more } = error.details;
  const sentence = inLanguage(message, language);
  const fields = Object.entries(errors ?? {}).map(([field, text]) => [field, inLanguage(text, language)]);
  return {
    ...more,
    type: "about:blank",
    title: STATUS_CODES[statuses[kind]],
    status: statuses[kind],
    code,
    detail: sentence,
    message: sentence,
    ...(fields.length > 0 && { errors: Object.fromEntries(fields) }),
    ...(reasons && { reasons }),
  };
}

/** Answers a refusal as RFC 9457 `application/problem+json`. */
export function sendProblem(response: Response, error: DomainError, language: Language): void {
  const problem = problemOf(error, language);
  response
    .status(problem.status)
    .type("application/problem+json")
    .set("Content-Language", language)
    .send(JSON.stringify(problem));
}

/** What a defect of ours looks like from outside: no detail of it leaves the server but the request's id. */
export function sendDefect(response: Response, language: Language, requestId: string): void {
  const message =
    language === "fr"
      ? `Une erreur est survenue de notre côté ; rien n’a été modifié. Donnez ce numéro à l’administrateur : ${requestId}.`
      : `Something went wrong on our side; nothing was changed. Give this number to the administrator: ${requestId}.`;
  const problem = {
    type: "about:blank",
    title: STATUS_CODES[500],
    status: 500,
    code: "defect",
    detail: message,
    message,
  };
  response
    .status(500)
    .type("application/problem+json")
    .send(JSON.stringify({ ...problem, requestId }));
}
