import type { StoredRecord } from "../../../engine/execution/case.ts";
import { isCase } from "../../../engine/execution/flatten-record.ts";
import { words } from "../../../engine/schema/fold.ts";
import { soughtWords } from "../../../engine/schema/search-words.ts";
import type { JsonObject } from "../../../plugin-api/json.ts";
import type { Caller } from "../../changes/caller.ts";
import type { Office } from "../../changes/office.ts";
import type { PublishedType } from "../../definitions/published-type.ts";
import { readableData } from "../flatten.ts";
import { displayNames } from "../naming/display-names.ts";
import { namingReferences } from "../naming/naming-fields.ts";
import type { Condition, LabelledRecord } from "../record-reader.ts";
import { ownWordsCondition, wordsCondition } from "./words-condition.ts";

const mostFound = 20;
const mostOfOneType = 5;
/** So many of a type are looked at for those that are named most exactly. */
const mostLookedAt = 20;

/** A record that was found, as it is listed. */
interface NamedRecord {
  readonly type: string;
  readonly id: string;
  readonly displayName: string;
  readonly stage?: string;
  readonly apart?: JsonObject;
}

interface Hit extends LabelledRecord {
  /** Found by its own words, not only by those of a record that it refers to. */
  readonly own: boolean;
}

/**
 * Records of every type that the caller may read and whose words begin with all of the words asked for, at most 20, 5
 * of one type. What is found by its own words comes before what refers to it, records
 * before cases, open cases before closed ones, whole words before beginnings of words.
 */
export async function searchEverything(office: Office, caller: Caller, q: string): Promise<readonly NamedRecord[]> {
  const sought = soughtWords(q);
  if (sought.length === 0) return [];
  const types = office.registry.types().filter((type) => caller.rights.may("read", type.id));
  const found = (await Promise.all(types.map((type) => searchType(office, caller, { type, sought })))).flat();
  const best = [...found].sort((left, right) => rank(left) - rank(right)).slice(0, mostFound);
  const records = best.map(({ record }) => record);
  const names = await displayNames(office, caller, records);
  return records.map((record) => ({
    type: record.type,
    id: record.id,
    displayName: names.get(record.id) ?? "",
    ...(isCase(record) ? { stage: record.stage } : {}),
    ...apartFrom(office, caller, record),
  }));
}

/** What tells the record apart from another that is called the same, as far as the reader may read it: of a case, whom it is about. */
function apartFrom(office: Office, { rights }: Caller, record: StoredRecord): { readonly apart?: JsonObject } {
  const type = office.registry.type(record.type);
  if (type === undefined) return {};
  const own = "tellApart" in type.definition ? (type.definition.tellApart ?? []) : [];
  const data = readableData(type, record.data, rights);
  const told = [...own, ...namingReferences(type).map(({ field }) => field)].flatMap((field) => {
    const value = data[field];
    return value === undefined ? [] : [[field, value] as const];
  });
  return told.length === 0 ? {} : { apart: Object.fromEntries(told) };
}

/** Of what refers to what is sought, open cases are what people work with. */
function rank({ record, own }: Hit): number {
  if (!isCase(record)) return own ? 0 : 4;
  return (record.status === "active" ? 1 : 2) + (own ? 0 : 2 * (record.status === "active" ? 1 : 2));
}

async function searchType(
  office: Office,
  caller: Caller,
  { type, sought }: { readonly type: PublishedType; readonly sought: readonly string[] },
): Promise<readonly Hit[]> {
  const typeOf = (id: string) => office.registry.type(id);
  const reader = { rights: caller.rights, typeOf, timeZone: office.registry.office().timeZone };
  const hits = async (condition: Condition, own: boolean): Promise<readonly Hit[]> => {
    const where = [condition, ...caller.rights.scope(type.id)];
    const query = { type: type.id, where, sort: [], offset: 0, limit: mostLookedAt, uncounted: true } as const;
    const { rows } = await office.reader.list(query);
    return rows.map((row) => ({ ...row, own }));
  };
  const own = await hits(ownWordsCondition(type, sought, reader), true);
  if (own.length >= mostOfOneType) return mostExact(own, sought);
  const known = new Set(own.map(({ record }) => record.id));
  const whole = await hits(wordsCondition(type, sought, reader), false);
  const through = whole.filter(({ record }) => !known.has(record.id));
  return [...mostExact(own, sought), ...mostExact(through, sought)].slice(0, mostOfOneType);
}

/** Those first whose name holds more of the words whole; open cases before closed ones. */
function mostExact(hits: readonly Hit[], sought: readonly string[]): readonly Hit[] {
  const wholeWords = ({ label }: Hit) => {
    const named = new Set(words(label));
    return sought.filter((word) => named.has(word)).length;
  };
  return [...hits]
    .sort((left, right) => wholeWords(right) - wholeWords(left) || rank(left) - rank(right))
    .slice(0, mostOfOneType);
}
