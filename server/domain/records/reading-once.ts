import type { Office } from "../changes/office.ts";
import type { FoundRecords, LabelledRecord, RecordReader } from "./record-reader.ts";
import { withLookups } from "./with-lookups.ts";

/**
 * The office for one attempt at one request, in which no record is read twice: reading one also reads those that it
 * refers to. It may be out of date by the time of the commit, which checks; read from the office itself after that.
 */
export function readingOnce(office: Office): Office {
  return { ...office, reader: rememberedReads(office.reader) };
}

function rememberedReads(reader: RecordReader): RecordReader {
  const known = new Map<string, LabelledRecord | Promise<LabelledRecord | undefined>>();
  const found: FoundRecords[] = [];
  const find = (id: string): LabelledRecord | undefined => {
    for (const records of found) {
      const there = records.get(id);
      if (there !== undefined) return there;
    }
    return undefined;
  };
  const look = async (id: string): Promise<LabelledRecord | undefined> => {
    const records = await reader.around([id]);
    found.push(records);
    return records.get(id);
  };
  const record = async (id: string): Promise<LabelledRecord | undefined> => {
    const asked = known.get(id) ?? find(id) ?? look(id);
    known.set(id, asked);
    return asked;
  };
  return withLookups(reader, {
    around: (ids) => reader.around(ids),
    get: async (type, id) => {
      const found = await record(id);
      return found?.record.type === type ? found : null;
    },
    getMany: async (ids) => (await Promise.all(ids.map(record))).flatMap((found) => found ?? []),
  });
}
