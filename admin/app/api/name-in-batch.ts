type Names = ReadonlyMap<string, string>;

/** What is to be asked for next, by what is asked. */
const gathering = new Map<string, { readonly keys: Set<string>; readonly names: Promise<Names> }>();

/**
 * One of the names that are asked for at the same time, so that a page of fifty asks once; null when there is none.
 *
 * @param about Keys that are told apart by it are never asked for together.
 */
export async function nameInBatch(
  about: string,
  key: string,
  load: (keys: readonly string[]) => Promise<Names>,
): Promise<string | null> {
  let batch = gathering.get(about);
  if (batch === undefined) {
    const keys = new Set<string>();
    const whole = new Promise((resolve) => setTimeout(resolve, 0)).then(() => gathering.delete(about));
    batch = { keys, names: whole.then(() => load([...keys])) };
    gathering.set(about, batch);
  }
  batch.keys.add(key);
  return (await batch.names).get(key) ?? null;
}
