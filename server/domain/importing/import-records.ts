import { sameJson } from "../../engine/execution/merge-data.ts";
import { colon } from "../../engine/language/colon.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { inLanguage, type Language } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { DomainError } from "../domain-error.ts";
import { createRecord } from "../records/create-record.ts";
import { findType } from "../records/find-type.ts";
import { loadRecord } from "../records/load-record.ts";
import { planCreation } from "../records/plan-creation.ts";
import { planUpdate, updateRecord } from "../records/update-record.ts";
import { findByKeys, keyTexts, type NaturalKeys } from "./natural-keys.ts";

/** One record to import, or why its line cannot be read. */
export type ImportedLine = ReadLine | RejectedLine;

/** A line that was read, not checked yet. */
export interface ReadLine {
  readonly file: string;
  readonly line: number;
  readonly data: JsonObject;
  /** What the record is found again by. */
  readonly keys: NaturalKeys;
}

/** Lines to import, one after the other, as many as there are. */
export interface ImportRequest {
  readonly type: string;
  readonly lines: AsyncIterable<ImportedLine> | Iterable<ImportedLine>;
  /** Says what it would do and changes nothing. */
  readonly dryRun: boolean;
  /** Told after each group how many lines are done. */
  readonly progress?: (done: number) => void;
}

/** What became of the lines, or in a dry run would. */
export interface ImportReport {
  readonly created: number;
  readonly updated: number;
  /** There already, and the same. */
  readonly unchanged: number;
  readonly rejected: readonly RejectedLine[];
}

/** A line that is not imported, with a sentence that says why. */
export interface RejectedLine {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

type Fate = "created" | "updated" | "unchanged";

const groupSize = 64;
/** Records that are written at once before the store is asked to look at them again. */
const manyWritten = 1000;

/**
 * Imports records in groups, each on the way of any other change. A line that is refused is reported and stops no
 * other; a record that is there already, by its natural key, is changed, and not at all when it is the same.
 *
 * @throws DomainError `unknown-type`.
 */
export async function importRecords(office: Office, caller: Caller, request: ImportRequest): Promise<ImportReport> {
  const type = findType(office, request.type);
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const rejected: RejectedLine[] = [];
  /** In a dry run, what lines before would have made: a record that a later line would find. */
  const promised = new Map<string, JsonObject>();
  let group: ReadLine[] = [];
  let known = new Set<string>();
  let done = 0;

  async function flush(): Promise<void> {
    const fates = await Promise.all(group.map((line) => importOne(office, caller, { type, line, request })));
    for (const [at, fate] of fates.entries()) {
      const line = group[at];
      if (typeof fate !== "string") rejected.push(fate);
      else if (line && fate === "created" && request.dryRun) counts[fateBeside(promised, line)] += 1;
      else counts[fate] += 1;
    }
    done += group.length;
    group = [];
    known = new Set();
    request.progress?.(done);
  }

  for await (const line of request.lines) {
    if ("reason" in line) {
      rejected.push(line);
      done += 1;
      continue;
    }
    const texts = keyTexts(line.keys, line.data);
    if (group.length === groupSize || texts.some((text) => known.has(text))) await flush();
    for (const text of texts) known.add(text);
    group.push(line);
  }
  await flush();
  if (!request.dryRun && counts.created + counts.updated >= manyWritten) await office.searchIndex.refreshStatistics();
  return { ...counts, rejected: rejected.toSorted((a, b) => a.line - b.line) };
}

/** What becomes of a line that finds no record, when what the lines before it promise is there. */
function fateBeside(promised: Map<string, JsonObject>, { keys, data }: ReadLine): Fate {
  const texts = keyTexts(keys, data);
  const before = texts.map((text) => promised.get(text)).find((found) => found !== undefined);
  for (const text of texts) promised.set(text, { ...before, ...data });
  if (before === undefined) return "created";
  return sameJson(before, { ...before, ...data }) ? "unchanged" : "updated";
}

interface OneLine {
  readonly type: PublishedType;
  readonly line: ReadLine;
  readonly request: ImportRequest;
}

async function importOne(office: Office, caller: Caller, one: OneLine): Promise<Fate | RejectedLine> {
  const { file, line } = one.line;
  try {
    return await writeOne(office, caller, one);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { file, line, reason: reasonOf(error, one.type, caller.language) };
  }
}

async function writeOne(office: Office, caller: Caller, { type, line, request }: OneLine): Promise<Fate> {
  const { dryRun } = request;
  const { data, keys } = line;
  const existing = await findByKeys(office, caller, { type, keys, data });
  if (existing === null) {
    if (dryRun) await planCreation(office, caller, { type, body: data });
    else await createRecord(office, caller, { type: type.id, data });
    return "created";
  }
  const address = { type: type.id, id: existing.id };
  if (dryRun) {
    const loaded = await loadRecord(office, caller, address);
    return (await planUpdate(office, caller, { ...loaded, update: { ...address, data } })) ? "updated" : "unchanged";
  }
  const after = await updateRecord(office, caller, { ...address, data });
  return after["version"] === existing.version ? "unchanged" : "updated";
}

/** The message of a refusal with what is wrong at each field, under the field's title. */
function reasonOf({ details }: DomainError, type: PublishedType, language: Language): string {
  const faults = Object.entries(details.errors ?? {}).map(([path, text]) => {
    const title = type.fields.get(path)?.schema["x-title"] ?? type.schema.properties?.[path]?.["x-title"] ?? path;
    return `${inLanguage(title, language)}${colon(language)} ${inLanguage(text, language)}`;
  });
  return faults.length > 0 ? faults.join(" ") : inLanguage(details.message, language);
}
