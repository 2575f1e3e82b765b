import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import type { RecordAccess } from "../plugin-api/contributions/index.ts";
import type { JsonObject } from "../plugin-api/json.ts";

/**
 * The records as one plugin reads them: so many reads at a time, the others wait, and after each its place rests for as
 * long as the read took. What is read one after the other never waits; what floods takes half of its places at most, and
 * the less the longer reads take, so that it cannot crowd out the office.
 */
export function limitedRecords(records: RecordAccess, atOnce: number): RecordAccess {
  let taken = 0;
  const waiting: (() => void)[] = [];

  async function take(): Promise<void> {
    if (taken < atOnce) taken += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  async function restAndPass(tookMs: number): Promise<void> {
    // A timer takes a millisecond at least: short reads rest for one turn.
    await (tookMs < 1 ? nextTurn() : pause(tookMs, undefined, { ref: false }));
    const next = waiting.shift();
    if (next) next();
    else taken -= 1;
  }

  async function inTurn<T>(read: () => Promise<T>): Promise<T> {
    await take();
    const start = performance.now();
    try {
      return await read();
    } finally {
      void restAndPass(performance.now() - start);
    }
  }

  async function* each(type: string, filter?: JsonObject) {
    const batches = records.each(type, filter)[Symbol.asyncIterator]();
    try {
      for (;;) {
        const batch = await inTurn(() => batches.next());
        if (batch.done) return;
        yield batch.value;
      }
    } finally {
      await batches.return?.();
    }
  }

  return {
    get: (type, id) => inTurn(() => records.get(type, id)),
    list: (type, query) => inTurn(() => records.list(type, query)),
    count: (type, filter) => inTurn(() => records.count(type, filter)),
    aggregate: (type, query) => inTurn(() => records.aggregate(type, query)),
    each,
    revision: (type) => inTurn(() => records.revision(type)),
    changedSince: (type, revision) => inTurn(() => records.changedSince(type, revision)),
  };
}
