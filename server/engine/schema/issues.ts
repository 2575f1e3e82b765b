import type { DataSchema, SchemaIssue } from "../../plugin-api/data-schema.ts";
import type { Language } from "../../plugin-api/text.ts";
import { say } from "../language/say.ts";
import { isObject } from "./is-object.ts";
import { sentenceFor } from "./issue-sentence.ts";

/**
 * An error as a validator tells it: ajv's `instancePath` and `schemaPath`, or cfworker's `instanceLocation` and
 * `keywordLocation` (its errors of the keyword `false` left out: the `additionalProperties` above says the same).
 */
export interface RawIssue {
  /** JSON pointer into the value, with or without its leading `#`. */
  readonly instance: string;
  /** JSON pointer into the schema that ends in the keyword, with or without its leading `#`. */
  readonly keyword: string;
}

/** What was checked, and for whom. */
export interface Checked {
  readonly schema: DataSchema;
  readonly value: unknown;
  readonly language: Language;
}

/** Keywords that only say that something inside them is wrong: the error inside is told. */
const TRANSPARENT = new Set(["allOf", "if", "then", "else", "$ref", "properties", "patternProperties", "items"]);
/** Keywords that are told themselves: the errors inside them say nothing to a person. */
const OPAQUE = new Set(["anyOf", "oneOf", "not", "contains", "propertyNames", "if"]);

/**
 * The errors of a validator in our own sentences, without the keywords that only say that something inside is wrong:
 * the same whichever validator found them. Ordered by path; one path whose type is wrong has no other issue.
 */
export function issuesFrom(raw: readonly RawIssue[], checked: Checked): readonly SchemaIssue[] {
  const issues = raw.flatMap((issue) => toIssues(issue, checked));
  const distinct = [...new Map(issues.map((issue) => [`${issue.path} ${issue.keyword}`, issue])).values()];
  const wrongType = new Set(distinct.flatMap((issue) => (issue.keyword === "type" ? [issue.path] : [])));
  return distinct
    .filter((issue) => issue.keyword === "type" || !wrongType.has(issue.path))
    .sort((a, b) => compare(a.path, b.path) || compare(a.keyword, b.keyword));
}

function toIssues(raw: RawIssue, { schema, value, language }: Checked): readonly SchemaIssue[] {
  const found = findKeyword(schema, tokens(raw.keyword));
  if (found === null || TRANSPARENT.has(found.keyword)) return [];
  const at = tokens(raw.instance);
  const actual = at.reduce<unknown>(inside, value);
  const { keyword, subschema } = found;
  if (keyword === "required") {
    const missing = (subschema.required ?? []).filter((name) => !isObject(actual) || actual[name] === undefined);
    return missing.map((name) => ({
      path: [...at, name].join("."),
      keyword,
      message: say(language, "issue.required"),
    }));
  }
  if (keyword === "additionalProperties") {
    if (subschema.additionalProperties !== false) return [];
    const message = say(language, "issue.unknown-field");
    return undeclared(subschema, actual).map((name) => ({ path: [...at, name].join("."), keyword, message }));
  }
  return [{ path: at.join("."), keyword, message: sentenceFor(keyword, subschema, language) }];
}

interface FoundKeyword {
  readonly keyword: string;
  /** The schema that the keyword stands in. */
  readonly subschema: DataSchema;
}

/** Follows the pointer through the schema; null where it goes through a keyword whose inside is not told. */
function findKeyword(root: DataSchema, path: readonly string[]): FoundKeyword | null {
  let here: unknown = root;
  let isMap = false;
  for (const token of path.slice(0, -1)) {
    if (!isMap && OPAQUE.has(token)) return null;
    const next = inside(here, token);
    here = token === "$ref" && typeof next === "string" ? tokens(next).reduce<unknown>(inside, root) : next;
    isMap = !isMap && (token === "properties" || token === "patternProperties" || token === "$defs");
    if (here === undefined) return null;
  }
  const keyword = path.at(-1);
  return keyword === undefined || !isObject(here) || isMap ? null : { keyword, subschema: here as DataSchema };
}

function undeclared(schema: DataSchema, value: unknown): readonly string[] {
  const patterns = Object.keys((schema as { patternProperties?: object }).patternProperties ?? {});
  const declared = (name: string): boolean =>
    Object.hasOwn(schema.properties ?? {}, name) || patterns.some((pattern) => new RegExp(pattern, "u").test(name));
  return isObject(value) ? Object.keys(value).filter((name) => !declared(name)) : [];
}

function tokens(pointer: string): readonly string[] {
  const path = pointer.slice(pointer.indexOf("#") + 1);
  return path
    .split("/")
    .slice(1)
    .map((token) => decode(token).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A pointer in a fragment is percent-encoded; one that is not a fragment may hold a bare `%`. */
function decode(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}

function inside(value: unknown, token: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, token)) return undefined;
  return (value as { readonly [key: string]: unknown })[token];
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
