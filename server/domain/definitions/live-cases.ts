import type { Case } from "../../engine/execution/case.ts";
import { isCase } from "../../engine/execution/flatten-record.ts";
import type { RecordReader } from "../records/record-reader.ts";
import { labelledRecords } from "./live-records.ts";

/** A live case with its display name. */
export interface LiveCase {
  readonly current: Case;
  readonly label: string;
}

/** Every case of the workflow that is still active, by id, in pages. */
export async function* liveCases(reader: Pick<RecordReader, "list">, type: string): AsyncIterable<readonly LiveCase[]> {
  const isActive = { op: "eq", field: { name: "status", kind: "system" }, value: "active" } as const;
  for await (const rows of labelledRecords(reader, type, [isActive])) {
    yield rows.flatMap(({ record, label }) => (isCase(record) ? [{ current: record, label }] : []));
  }
}
