import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import { sameJson } from "../../engine/execution/merge-data.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { foldHistory } from "../records/history/fold-history.ts";
import type { StoredChain } from "./audit-store.ts";

/** A part of a record that is not as its events leave it. */
export interface Difference {
  readonly part: string;
  readonly told: Json;
  readonly found: Json;
}

/** Makes a record again from its events alone, and compares it with the one that is there. */
export function differences(chain: StoredChain): readonly Difference[] {
  const { record, entries, isDeleted } = chain;
  const made = foldHistory({ type: record.type, id: record.id }, entries);
  if ((made === null) !== isDeleted) return [{ part: "deleted", told: made === null, found: isDeleted }];
  if (made === null) return remains(chain);
  const told = parts(made);
  const found = parts(record);
  const names = new Set([...Object.keys(told), ...Object.keys(found).filter((part) => !isUntold(told, part))]);
  return [...names].flatMap((part) =>
    sameJson(told[part] ?? null, found[part] ?? null)
      ? []
      : [{ part, told: told[part] ?? null, found: found[part] ?? null }],
  );
}

/** A record that is gone keeps its last data, or none when its person was erased. */
function remains({ record, entries }: StoredChain): readonly Difference[] {
  const last = foldHistory({ type: record.type, id: record.id }, entries.slice(0, -1));
  const told = entries.at(-1)?.event === "erase" ? {} : (last?.data ?? {});
  return sameJson(told, record.data) ? [] : [{ part: "data", told, found: record.data }];
}

/** Entries of before the audit tell neither what history states remember nor which timers run. */
function isUntold(told: JsonObject, part: string): boolean {
  return (part === "armed" || part === "remembered") && !Object.hasOwn(told, part);
}

function parts(record: StoredRecord | Case): JsonObject {
  const { data, ...system } = record;
  const fields = Object.entries(data).map(([field, value]) => [`data.${field}`, value] as const);
  return { ...(JSON.parse(JSON.stringify(system)) as JsonObject), ...Object.fromEntries(fields) };
}
