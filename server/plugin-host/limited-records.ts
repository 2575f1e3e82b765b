import type { RecordAccess } from "../plugin-api/contributions/index.ts";

/** The records as one plugin reads them: so many reads at a time, the others wait, so that it cannot crowd out the office. */
export function limitedRecords(records: RecordAccess, atOnce: number): RecordAccess {
  let reading = 0;
  const waiting: (() => void)[] = [];

  async function inTurn<T>(read: () => Promise<T>): Promise<T> {
    if (reading >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    reading += 1;
    try {
      return await read();
    } finally {
      reading -= 1;
      waiting.shift()?.();
    }
  }

  return {
    get: (type, id) => inTurn(() => records.get(type, id)),
    list: (type, query) => inTurn(() => records.list(type, query)),
    count: (type, filter) => inTurn(() => records.count(type, filter)),
    aggregate: (type, query) => inTurn(() => records.aggregate(type, query)),
    each: (type, filter) => records.each(type, filter),
    revision: (type) => inTurn(() => records.revision(type)),
    changedSince: (type, revision) => inTurn(() => records.changedSince(type, revision)),
  };
}
