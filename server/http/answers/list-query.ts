import type { Request, Response } from "express";
import { isObject } from "../../engine/schema/is-object.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { malformedValue } from "../http-errors.ts";
import { contentFault, isStorable } from "../json-body.ts";

/** What an address asks for is looked for, not kept: text that nothing can hold makes it malformed. */
const storable = {
  fr: "écrit sans caractère nul ni moitié de caractère, et peu imbriqué",
  en: "free of null characters and of halves of characters, and not deeply nested",
};

/** What each was in JSON, unchecked; absent where the address does not name it. */
export interface ListQueryParts {
  readonly filter?: Json;
  readonly sort?: Json;
  readonly range?: Json;
}

/** `filter`, `sort` and `range` of the address, parsed from JSON. @throws DomainError `malformed-value`. */
export function listQuery(request: Request): ListQueryParts {
  const parts: { [name: string]: Json } = {};
  for (const name of ["filter", "sort", "range"]) {
    const text = queryText(request, name);
    if (text !== undefined && text !== "") parts[name] = jsonOf(name, text);
  }
  return parts;
}

/** The same, of a list of the office's own, whose filter is an object. @throws DomainError `malformed-value`. */
export function ownListQuery(request: Request): ListQueryParts & { readonly filter: JsonObject } {
  const { filter = {}, ...parts } = listQuery(request);
  if (!isObject(filter)) throw malformedValue("filter", { fr: "un objet JSON", en: "a JSON object" });
  return { filter, ...parts };
}

/** One parameter of the address. @throws DomainError when it is given twice or cannot be stored. */
export function queryText(request: Request, name: string): string | undefined {
  const value = request.query[name];
  if (value === undefined) return undefined;
  if (typeof value !== "string") throw malformedValue(name, { fr: "donné une seule fois", en: "given once" });
  if (!isStorable(value)) throw malformedValue(name, storable);
  return value;
}

/** Every parameter of the address but these. @throws DomainError when one is given twice or cannot be stored. */
export function queryParams(request: Request, without: readonly string[] = []): { readonly [name: string]: string } {
  const names = Object.keys(request.query).filter((name) => !without.includes(name));
  return Object.fromEntries(names.map((name) => [name, queryText(request, name) ?? ""]));
}

/** A whole number of the address between the bounds. @throws DomainError `malformed-value`. */
export function queryInteger(
  request: Request,
  name: string,
  bounds: { readonly usual: number; readonly from: number; readonly to: number },
): number {
  const text = queryText(request, name);
  if (text === undefined) return bounds.usual;
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= bounds.from && value <= bounds.to) return value;
  throw malformedValue(name, {
    fr: `un nombre entier de ${bounds.from} à ${bounds.to}`,
    en: `an integer from ${bounds.from} to ${bounds.to}`,
  });
}

/** The header that `ra-data-simple-rest` reads the total from. */
export function setContentRange(
  response: Response,
  name: string,
  page: { readonly from: number; readonly rows: number; readonly total: number },
): void {
  const rows = page.rows === 0 ? "*" : `${page.from}-${page.from + page.rows - 1}`;
  response.set("Content-Range", `${name} ${rows}/${page.total}`);
}

function jsonOf(name: string, text: string): Json {
  const value = parsed(text);
  if (value === undefined) throw malformedValue(name, { fr: "écrit en JSON", en: "written as JSON" });
  if (contentFault(value) !== null) throw malformedValue(name, storable);
  return value;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
