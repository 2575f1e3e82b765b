import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { isObject } from "./is-object.ts";

/** Spaces of every width, and characters that show nothing at all. */
const blank = /^[\s\p{Cf}]*$/u;

/** The dotted paths of the members that are texts with nothing to read in them. */
export function blankTexts(value: Json, at = "", found = new Set<string>()): ReadonlySet<string> {
  for (const [name, inner] of membersOf(value)) {
    if (isBlank(inner)) found.add(`${at}${name}`);
    else blankTexts(inner, `${at}${name}.`, found);
  }
  return found;
}

/** The value without the members of its objects that are such texts; lists keep theirs, and so their places. */
export function withoutBlankTexts(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (isBlank(inner) ? [] : [[name, withoutBlanksInside(inner)]])),
  );
}

function withoutBlanksInside(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutBlanksInside);
  return isObject(value) ? withoutBlankTexts(value) : value;
}

function membersOf(value: Json): readonly (readonly [string, Json])[] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function isBlank(value: Json): boolean {
  return typeof value === "string" && blank.test(value);
}
