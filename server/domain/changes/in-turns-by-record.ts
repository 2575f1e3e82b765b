/** Does the work of different records side by side, and that of one record in the order given. */
export async function inTurnsByRecord<Work extends { readonly recordId: string }>(
  all: readonly Work[],
  once: (work: Work) => Promise<void>,
): Promise<void> {
  const lines = new Map<string, Promise<void>>();
  for (const work of all) {
    const before = lines.get(work.recordId) ?? Promise.resolve();
    lines.set(
      work.recordId,
      before.then(() => once(work)),
    );
  }
  await Promise.all(lines.values());
}
