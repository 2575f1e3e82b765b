import { setImmediate } from "node:timers/promises";
import type { FoundRecords, RecordReader } from "./record-reader.ts";
import { withLookups } from "./with-lookups.ts";

type Look = (ids: readonly string[]) => Promise<FoundRecords>;

/**
 * The reader, with lookups by id grouped: those that come at the same moment, or while another is under way, cost one
 * query together. A read always begins after it was asked for, so it sees everything that was committed before.
 */
export function groupedReads(reader: RecordReader): RecordReader {
  const ask = grouped(async (ids) => new Map((await reader.getMany(ids)).map((row) => [row.record.id, row])));
  return withLookups(reader, {
    around: grouped((ids) => reader.around(ids)),
    get: async (type, id) => {
      const found = (await ask([id])).get(id);
      return found?.record.type === type ? found : null;
    },
    getMany: async (ids) => {
      const found = await ask(ids);
      return ids.flatMap((id) => found.get(id) ?? []);
    },
  });
}

interface Waiting {
  readonly ids: readonly string[];
  readonly resolve: (found: FoundRecords) => void;
  readonly reject: (error: unknown) => void;
}

/**
 *     idle ──ask──▶ reading ──answered, none waiting──▶ idle
 *                     ▲   └───answered, some waiting──┐
 *                     └───────────────────────────────┘
 */
function grouped(look: Look): Look {
  let waiting: Waiting[] = [];
  let isReading = false;
  const readAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        const found = await look([...new Set(group.flatMap((each) => each.ids))]);
        for (const each of group) each.resolve(found);
      } catch (error) {
        for (const each of group) each.reject(error);
      }
    }
    isReading = false;
  };
  return (ids) =>
    new Promise((resolve, reject) => {
      waiting.push({ ids, resolve, reject });
      if (isReading) return;
      isReading = true;
      void setImmediate().then(readAll);
    });
}
