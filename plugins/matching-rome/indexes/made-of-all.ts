import type { JsonObject, RecordAccess } from "../../../server/plugin-api/index.ts";

/**
 * What is made of all records of a type, as they are when it is asked for. It is made again after a change, once for all
 * who ask meanwhile, and never twice at a time: an import that changes the type record by record sets off no more.
 */
export function madeOfAll<Made>(
  records: RecordAccess,
  type: string,
  make: (all: readonly JsonObject[]) => Made | Promise<Made>,
): () => Promise<Made> {
  let latest: { readonly revision: number; readonly made: Made } | null = null;
  let underWay: Promise<void> | null = null;

  async function makeAnew(): Promise<void> {
    // Asked before reading: what changes meanwhile is read again, never missed.
    const revision = await records.revision(type);
    const all: JsonObject[] = [];
    for await (const batch of records.each(type)) all.push(...batch);
    latest = { revision, made: await make(all) };
  }

  return async () => {
    const wanted = await records.revision(type);
    for (;;) {
      if (latest !== null && latest.revision >= wanted) return latest.made;
      underWay ??= makeAnew().finally(() => {
        underWay = null;
      });
      await underWay;
    }
  };
}
