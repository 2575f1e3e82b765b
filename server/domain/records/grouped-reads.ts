import type { LabelledRecord, RecordReader } from "./record-reader.ts";

interface Waiting {
  readonly ids: readonly string[];
  readonly resolve: (found: ReadonlyMap<string, LabelledRecord>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The reader, with single records that are asked for while a read is under way looked up together in the next one: as
 * many requests at once cost one query. Every read begins after it was asked for, so it sees what was committed before.
 *
 *     idle ──ask──▶ reading ──answered, none waiting──▶ idle
 *                     ▲   └───answered, some waiting──┐
 *                     └───────────────────────────────┘
 */
export function groupedReads(reader: RecordReader): RecordReader {
  let waiting: Waiting[] = [];
  let isReading = false;

  const readAll = async (): Promise<void> => {
    isReading = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        const rows = await reader.getMany([...new Set(group.flatMap((each) => each.ids))]);
        const found = new Map(rows.map((row) => [row.record.id, row]));
        for (const each of group) each.resolve(found);
      } catch (error) {
        for (const each of group) each.reject(error);
      }
    }
    isReading = false;
  };
  const ask = (ids: readonly string[]): Promise<ReadonlyMap<string, LabelledRecord>> =>
    new Promise((resolve, reject) => {
      waiting.push({ ids, resolve, reject });
      if (!isReading) void readAll();
    });

  return {
    list: (query) => reader.list(query),
    count: (query) => reader.count(query),
    aggregate: (type, where, query) => reader.aggregate(type, where, query),
    history: (type, id) => reader.history(type, id),
    links: (id) => reader.links(id),
    revision: (type) => reader.revision(type),
    changedSince: (type, revision) => reader.changedSince(type, revision),
    get: async (type, id) => {
      const found = (await ask([id])).get(id);
      return found?.record.type === type ? found : null;
    },
    getMany: async (ids) => {
      const found = await ask(ids);
      return ids.flatMap((id) => found.get(id) ?? []);
    },
  };
}
