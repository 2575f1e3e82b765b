import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import type { Condition, FieldRef, LabelledRecord, RecordReader } from "../records/record-reader.ts";

const pageSize = 500;
const id: FieldRef = { name: "id", kind: "system" };

/** Every live record of the type that meets `where`, by id, in pages with their labels. */
export async function* labelledRecords(
  reader: Pick<RecordReader, "list">,
  type: string,
  where: readonly Condition[] = [],
): AsyncIterable<readonly LabelledRecord[]> {
  let last: string | null = null;
  for (;;) {
    const after: readonly Condition[] = last === null ? [] : [{ op: "gt", field: id, value: last }];
    const { rows } = await reader.list({
      type,
      where: [...where, ...after],
      sort: [{ field: id, direction: "ASC" }],
      offset: 0,
      limit: pageSize,
    });
    if (rows.length > 0) yield rows;
    last = rows.at(-1)?.record.id ?? null;
    if (rows.length < pageSize || last === null) return;
  }
}

/** Every live record of the type, by id, in pages. */
export async function* liveRecords(
  reader: Pick<RecordReader, "list">,
  type: string,
): AsyncIterable<readonly (StoredRecord | Case)[]> {
  for await (const rows of labelledRecords(reader, type)) yield rows.map((row) => row.record);
}
