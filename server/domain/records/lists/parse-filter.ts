import { isObject } from "../../../engine/schema/is-object.ts";
import { soughtWords } from "../../../engine/schema/search-words.ts";
import { instantOf, lastDay, startOfDay } from "../../../engine/time/calendar.ts";
import { isCalendarDay } from "../../../engine/time/calendar-day.ts";
import type { Json } from "../../../plugin-api/json.ts";
import type { Field, PublishedType } from "../../definitions/published-type.ts";
import type { Rights } from "../../rights/rights.ts";
import type { Condition, FieldRef } from "../record-reader.ts";
import { type FilterSuffix, readFilterKey } from "./filter-key.ts";
import { expectedValues, suits, type ValueKind, valueKind } from "./filter-value.ts";
import { malformedFilter, unknownFilter, wrongFilter } from "./list-errors.ts";
import { wordsCondition } from "./words-condition.ts";

/** Whom a filter is read for: what they may not read, they cannot ask about. */
export interface FilterReader {
  readonly rights: Rights;
  readonly typeOf: (id: string) => PublishedType | undefined;
  /** IANA name of the office's time zone: days compared with instants are its days. */
  readonly timeZone: string;
}

/** References may be followed this far in a key (`applicationId.journeyId.assigneeId`). */
const longestPath = 3;

/**
 * The conditions of a filter of the HTTP lists, without the reader's scope.
 *
 * @throws DomainError `unknown-filter`, `wrong-filter` naming the key, or `malformed-filter`.
 */
export function parseFilter(type: PublishedType, filter: unknown, reader: FilterReader): readonly Condition[] {
  if (filter === undefined) return [];
  if (!isObject(filter)) throw malformedFilter();
  return Object.entries(filter).flatMap(([key, value]) =>
    conditionsOf({ type, key, path: key, depth: 0, value }, reader),
  );
}

interface Entry {
  readonly type: PublishedType;
  /** The whole key, to be named in errors. */
  readonly key: string;
  /** What is left of it for this type. */
  readonly path: string;
  readonly depth: number;
  readonly value: Json;
}

function conditionsOf(entry: Entry, reader: FilterReader): readonly Condition[] {
  const { type, key, path, depth, value } = entry;
  if (path === "q" && depth === 0 && !type.fields.has("q")) return searched(entry, reader);
  const found = readFilterKey(type, reader.rights, path);
  if (found === null) throw unknownFilter(key);
  if (found.kind === "field") return compared({ ...entry, field: found.field, suffix: found.suffix }, reader);
  const target = reader.typeOf(found.type);
  if (target === undefined || depth >= longestPath) throw unknownFilter(key);
  const where = conditionsOf({ type: target, key, path: found.rest, depth: depth + 1, value }, reader);
  const scope = reader.rights.scope(found.type);
  return [{ op: "reference", field: found.field.ref.name, type: found.type, where: [...where, ...scope] }];
}

function searched({ type, key, value }: Entry, reader: FilterReader): readonly Condition[] {
  if (typeof value !== "string") throw wrongFilter(key, expectedValues.text);
  if (value.trim() === "") return [];
  return [wordsCondition(type, soughtWords(value), reader)];
}

interface Comparison extends Entry {
  readonly field: Field;
  readonly suffix: FilterSuffix | null;
}

function compared(comparison: Comparison, reader: FilterReader): readonly Condition[] {
  const { field, suffix, key, value } = comparison;
  const kind = valueKind(field);
  if (suffix === "null") {
    if (typeof value !== "boolean") throw wrongFilter(key, expectedValues.boolean);
    return [{ op: "null", field: field.ref, is: value }];
  }
  if (suffix === null && value === null) return [{ op: "null", field: field.ref, is: true }];
  if (suffix === "in" || (suffix === null && Array.isArray(value))) return [oneOf(comparison, kind, reader)];
  if (!suits(kind, value)) throw wrongFilter(key, expectedValues[kind]);
  const exact = field.ref.kind === "list" || kind === "text" || kind === "boolean";
  if (suffix !== null && suffix !== "neq" && exact && field.ref.name !== "id") {
    throw wrongFilter(key, {
      fr: "une valeur exacte, sans comparaison de grandeur",
      en: "an exact value, without comparison of size",
    });
  }
  if (field.ref.name === "stage" && suffix === null) return [{ op: "stage", path: String(value) }];
  if (kind === "instant") return instants({ ref: field.ref, suffix, value: String(value) }, reader.timeZone);
  return [{ op: suffix ?? "eq", field: field.ref, value }];
}

function oneOf({ field, key, value }: Comparison, kind: ValueKind, reader: FilterReader): Condition {
  if (!Array.isArray(value)) throw wrongFilter(key, { fr: "une liste de valeurs", en: "a list of values" });
  const values = value.map((each: Json) => {
    if (!suits(kind, each)) throw wrongFilter(key, expectedValues[kind]);
    return each;
  });
  if (values.length === 0) return { op: "nothing" };
  if (field.ref.name === "stage") return { op: "any", of: values.map((path) => [{ op: "stage", path: String(path) }]) };
  if (kind !== "instant") return { op: "in", field: field.ref, values };
  const each = values.map((one) => instants({ ref: field.ref, suffix: null, value: String(one) }, reader.timeZone));
  return { op: "any", of: each };
}

/** A day compared with instants is all of the day: `_lte` takes in its evening, `_gt` begins with the next. */
function instants(
  { ref, suffix, value }: { readonly ref: FieldRef; readonly suffix: FilterSuffix | null; readonly value: string },
  timeZone: string,
): readonly Condition[] {
  if (!isCalendarDay(value)) {
    const op = suffix === null || suffix === "in" || suffix === "null" ? "eq" : suffix;
    return [{ op, field: ref, value: instantOf(value, timeZone) }];
  }
  const begins = startOfDay(value, timeZone);
  const from: Condition = { op: "gte", field: ref, value: begins };
  const before: Condition = { op: "lt", field: ref, value: begins };
  const { until, after } = endOf(value, ref, timeZone);
  switch (suffix) {
    case "gte":
      return [from];
    case "lte":
      return [until];
    case "gt":
      return [after];
    case "lt":
      return [before];
    case "neq":
      return [{ op: "any", of: [[before], [after]] }];
    default:
      return [from, until];
  }
}

/** What lies up to the end of a day, and what after it. Of the last day that there is, all that is not before it. */
function endOf(
  day: string,
  field: FieldRef,
  timeZone: string,
): { readonly until: Condition; readonly after: Condition } {
  if (day === lastDay) return { until: { op: "null", field, is: false }, after: { op: "nothing" } };
  const value = startOfDay(day, timeZone, 1);
  return { until: { op: "lt", field, value }, after: { op: "gte", field, value } };
}
