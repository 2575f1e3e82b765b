import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";

/** Those of the records, by type, that the reader may read; the others are as if they were not there. */
export async function visibleRecords(
  office: Office,
  { rights }: Caller,
  idsOfType: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<readonly (StoredRecord | Case)[]> {
  const open: string[] = [];
  const scoped: Promise<readonly (StoredRecord | Case)[]>[] = [];
  for (const [typeId, ids] of idsOfType) {
    const id = office.registry.type(typeId)?.fields.get("id")?.ref;
    if (id === undefined || ids.size === 0 || !rights.may("read", typeId)) continue;
    const scope = rights.scope(typeId);
    if (scope.length === 0) {
      open.push(...ids);
      continue;
    }
    const where = [{ op: "in" as const, field: id, values: [...ids] }, ...scope];
    scoped.push(
      office.reader
        .list({ type: typeId, where, sort: [], offset: 0 })
        .then(({ rows }) => rows.map((row) => row.record)),
    );
  }
  const whole = open.length === 0 ? [] : await office.reader.getMany(open);
  const inScope = await Promise.all(scoped);
  return [...whole.map((row) => row.record), ...inScope.flat()];
}
