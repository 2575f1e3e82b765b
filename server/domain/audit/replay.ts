import { isCase } from "../../engine/execution/flatten-record.ts";
import { sameJson } from "../../engine/execution/merge-data.ts";
import type { Json } from "../../plugin-api/json.ts";
import type { Office } from "../changes/office.ts";
import { DomainError } from "../domain-error.ts";
import { referencesOf } from "../records/references-of.ts";
import type { AuditStore, StoredChain } from "./audit-store.ts";
import { type Difference, differences } from "./replay-record.ts";
import { eachChain } from "./verify-audit.ts";

/** How many records were made again, and those that came out otherwise than they are. */
export interface Replayed {
  readonly records: number;
  readonly differing: readonly DifferingRecord[];
}

/** A record that its events do not lead to. */
export interface DifferingRecord {
  readonly type: string;
  readonly id: string;
  readonly differences: readonly Difference[];
}

/**
 * Makes every record again from its events alone, and compares it with what is there: the record, its timers and its
 * references, and for a case the stage that its machine gives that state.
 */
export async function replay(
  office: Pick<Office, "registry">,
  audit: AuditStore,
  progress: (records: number) => void,
): Promise<Replayed> {
  const differing: DifferingRecord[] = [];
  let records = 0;
  for await (const chains of eachChain(audit)) {
    for (const chain of chains) {
      const found = [...differences(chain), ...indexDifferences(office, chain), ...(await standing(office, chain))];
      const { type, id } = chain.record;
      if (found.length > 0) differing.push({ type, id, differences: found });
    }
    records += chains.length;
    progress(records);
  }
  return { records, differing };
}

/** The rows that are kept beside a record so that it is found: when its timers are due, what it refers to. */
function indexDifferences({ registry }: Pick<Office, "registry">, chain: StoredChain): readonly Difference[] {
  const { record, isDeleted } = chain;
  const type = registry.type(record.type);
  const armed = isCase(record) && !isDeleted ? record.armed : {};
  const timers = Object.fromEntries(chain.timers.map(({ key, dueAt }) => [key, dueAt]));
  const wanted = type === undefined || isDeleted ? null : sorted(referencesOf(type, record.data));
  return [
    ...compared("timers", armed, timers),
    ...(wanted === null ? [] : compared("references", wanted, sorted(chain.references))),
  ];
}

function sorted(references: readonly { readonly field: string; readonly id: string }[]): readonly string[] {
  return [...new Set(references.map(({ field, id }) => `${field} ${id}`))].sort();
}

function compared(part: string, told: Json, found: Json): readonly Difference[] {
  return sameJson(told, found) ? [] : [{ part, told, found }];
}

async function standing(
  { registry }: Pick<Office, "registry">,
  { record, isDeleted }: StoredChain,
): Promise<readonly Difference[]> {
  if (!isCase(record) || isDeleted || registry.type(record.type) === undefined) return [];
  const { state, remembered, stage } = record;
  try {
    const { machine } = await registry.workflow(record.type, record.workflowVersion);
    return compared("stage", machine.standing({ state, remembered }).stage, stage);
  } catch (error) {
    if (error instanceof DomainError) return [{ part: "workflowVersion", told: null, found: record.workflowVersion }];
    return [{ part: "state", told: null, found: state }];
  }
}
