import { isObject } from "../../engine/schema/is-object.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import { malformedValue, unknownMembers } from "../http-errors.ts";

/** A text of the body, which may be empty. @throws DomainError `malformed-value`, also where there is none. */
export function textOf(body: JsonObject, name: string): string {
  const value = optionalText(body, name);
  if (value === undefined) throw malformedValue(name, { fr: "un texte", en: "a text" });
  return value;
}

/** A text; undefined where there is none. @throws DomainError `malformed-value`. */
export function optionalText(body: JsonObject, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || typeof value === "string") return value;
  throw malformedValue(name, { fr: "un texte", en: "a text" });
}

/** A list of texts; undefined where there is none. @throws DomainError `malformed-value`. */
export function optionalTexts(body: JsonObject, name: string): readonly string[] | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  throw malformedValue(name, { fr: "une liste de textes", en: "a list of texts" });
}

/** An object; undefined where there is none. @throws DomainError `malformed-value`. */
export function optionalObject(body: JsonObject, name: string): JsonObject | undefined {
  const value = body[name];
  if (value === undefined || isObject(value)) return value;
  throw malformedValue(name, { fr: "un objet", en: "an object" });
}

/** `true` or `false`, not what stands for one; undefined where there is none. @throws DomainError `malformed-value`. */
export function optionalFlag(body: JsonObject, name: string): boolean | undefined {
  const value = body[name];
  if (value === undefined || typeof value === "boolean") return value;
  throw malformedValue(name, { fr: "vrai ou faux", en: "true or false" });
}

/** A whole number; undefined where there is none. @throws DomainError `malformed-value`. */
export function optionalInteger(body: JsonObject, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || (typeof value === "number" && Number.isInteger(value))) return value;
  throw malformedValue(name, { fr: "un nombre entier", en: "an integer" });
}

/** The language that an account is to have: null for that of each request. */
export function languageOf(body: JsonObject): { readonly language?: Language | null } {
  const language = body["language"];
  if (language === undefined) return {};
  if (language === "fr" || language === "en" || language === null) return { language };
  throw malformedValue("language", { fr: "« fr », « en » ou null", en: '"fr", "en" or null' });
}

/** Refuses a body that has others beside these, and those passed over. @throws DomainError `unknown-member`. */
export function onlyMembers(body: JsonObject, names: readonly string[], passedOver: readonly string[] = []): void {
  const unknown = Object.keys(body).filter((name) => !names.includes(name) && !passedOver.includes(name));
  if (unknown.length > 0) throw unknownMembers(unknown, names);
}

/** An object whose values are all texts; `name` is what it is called in the refusal. @throws DomainError `malformed-value`. */
export function stringMap(value: JsonObject, name: string): { readonly [key: string]: string } {
  const entries = Object.entries(value).map(([key, item]) => {
    if (typeof item === "string") return [key, item] as const;
    throw malformedValue(name, { fr: "un objet de textes", en: "an object of texts" });
  });
  return Object.fromEntries(entries);
}
