import { STATUS_CODES } from "node:http";
import type { Response } from "express";
import type { DomainError, ErrorKind } from "../domain/domain-error.ts";
import { inLanguage, type Language } from "../plugin-api/text.ts";

const statuses: { readonly [kind in ErrorKind]: number } = {
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
};

/** Answers a refusal as RFC 9457 `application/problem+json`, in the reader's language. */
export function sendProblem(response: Response, error: DomainError, language: Language): void {
  const { kind, code, message, errors, reasons, more } = error.details;
  const sentence = inLanguage(message, language);
  const status = statuses[kind];
  response
    .status(status)
    .type("application/problem+json")
    .set("Content-Language", language)
    .send(
      JSON.stringify({
        ...more,
        type: "about:blank",
        title: STATUS_CODES[status],
        status,
        code,
        detail: sentence,
        message: sentence,
        ...(errors && {
          errors: Object.fromEntries(
            Object.entries(errors).map(([field, text]) => [field, inLanguage(text, language)]),
          ),
        }),
        ...(reasons && { reasons }),
      }),
    );
}

/** What a defect of ours looks like from outside: no detail of it leaves the server but the request's id. */
export function sendDefect(response: Response, language: Language, requestId: string): void {
  const message =
    language === "fr"
      ? `Une erreur est survenue de notre côté ; rien n’a été modifié. Donnez ce numéro à l’administrateur : ${requestId}.`
      : `Something went wrong on our side; nothing was changed. Give this number to the administrator: ${requestId}.`;
  response
    .status(500)
    .type("application/problem+json")
    .send(
      JSON.stringify({
        type: "about:blank",
        title: STATUS_CODES[500],
        status: 500,
        code: "defect",
        detail: message,
        message,
        requestId,
      }),
    );
}
