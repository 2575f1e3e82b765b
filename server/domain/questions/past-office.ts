import type { Office } from "../changes/office.ts";
import { foldHistory } from "../records/history/fold-history.ts";
import type { LabelledRecord, RecordReader } from "../records/record-reader.ts";
import { withLookups } from "../records/with-lookups.ts";

/**
 * The office with its clock at an instant of the past, where records that are asked for by their ids are as they were.
 * Counts are those of today: what lists held then is not kept.
 */
export function pastOffice(office: Office, at: string): Office {
  const clock = { now: () => at, wakeAt: office.clock.wakeAt.bind(office.clock) };
  return { ...office, clock, reader: pastReads(office.reader, at) };
}

function pastReads(reader: RecordReader, at: string): RecordReader {
  const asItWas = async ({ record: { type, id }, label }: LabelledRecord): Promise<readonly LabelledRecord[]> => {
    const entries = await reader.history(type, id);
    const record = foldHistory(
      { type, id },
      entries.filter((entry) => entry.at <= at),
    );
    return record === null ? [] : [{ record, label }];
  };
  const allAsTheyWere = async (rows: readonly LabelledRecord[]) => (await Promise.all(rows.map(asItWas))).flat();
  return withLookups(reader, {
    around: async (ids) => new Map((await allAsTheyWere(await reader.getMany(ids))).map((row) => [row.record.id, row])),
    get: async (type, id) => {
      const now = await reader.get(type, id);
      return now && ((await asItWas(now))[0] ?? null);
    },
    getMany: async (ids) => allAsTheyWere(await reader.getMany(ids)),
  });
}
