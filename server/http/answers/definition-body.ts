import type { Request } from "express";
import type { JsonObject } from "../../plugin-api/json.ts";
import { malformedValue } from "../http-errors.ts";
import { jsonBody } from "../json-body.ts";
import { queryText } from "./list-query.ts";

/** The version that the author began from, as the address says it. @throws DomainError `malformed-value`. */
export function basedOnAsked(request: Request): { readonly basedOn?: number } {
  const text = queryText(request, "basedOn");
  if (text === undefined) return {};
  if (/^\d{1,9}$/.test(text)) return { basedOn: Number(text) };
  throw malformedValue("basedOn", { fr: "un nombre entier", en: "an integer" });
}

/** A definition that is not saved yet: the body, unless it is empty. */
export function definitionAsked(request: Request): { readonly definition?: JsonObject } {
  const body = jsonBody(request);
  return Object.keys(body).length === 0 ? {} : { definition: body };
}
