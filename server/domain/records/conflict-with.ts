import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { answerRecord } from "./answer-record.ts";
import { entryAnswer } from "./history/record-history.ts";
import type { LoadedRecord } from "./load-record.ts";
import type { Conflict } from "./record-errors.ts";

/** What someone is told who knew an older version: the record as it is, and who changed what since. */
export async function conflictWith(
  office: Office,
  caller: Caller,
  { type, record, known }: LoadedRecord & { readonly known: number },
): Promise<Conflict> {
  const current = await answerRecord(office, caller, { type, record });
  const entries = Number.isNaN(known) ? [] : await office.reader.history(type.id, record.id);
  const since = entries.filter((entry) => entry.version > known && entry.version <= record.version);
  return { current, since: since.map((entry) => entryAnswer(type, caller, entry)) };
}
