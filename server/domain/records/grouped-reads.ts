import { setImmediate } from "node:timers/promises";
import type { LabelledRecord, RecordReader } from "./record-reader.ts";
import { withLookups } from "./with-lookups.ts";

type Found = ReadonlyMap<string, LabelledRecord>;
type Look = (ids: readonly string[]) => Promise<Found>;

/**
 * The reader, with the records that are asked for by their ids at the same moment, or while a read is under way, looked
 * up together: as many requests at once cost one query. Every read begins after it was asked for, so it sees what was
 * committed before.
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
  readonly resolve: (found: Found) => void;
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
        await inTurn(group, (each) => each.resolve(found));
      } catch (error) {
        await inTurn(group, (each) => each.reject(error));
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

/**
 * Lets whoever was told go on before the next one is: while one decides what to change, what others have decided is
 * being written.
 */
async function inTurn(group: readonly Waiting[], tell: (each: Waiting) => void): Promise<void> {
  for (const each of group) {
    tell(each);
    await setImmediate();
  }
}
