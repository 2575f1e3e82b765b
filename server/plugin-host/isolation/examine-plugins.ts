import { failureOf } from "../place-of.ts";
import { startWorkerThread, type WorkerOptions, type WorkerThread } from "./worker-thread.ts";

/** What a plugin's module exports as `plugin`, as data; or why it cannot be loaded. */
export type Examination = { readonly declaration: unknown } | { readonly failure: string };

const usualLoadDeadlineMs = 10_000;

/**
 * Loads each module in a thread aside before the office does: one that throws, ends the process or never finishes
 * loading does so there. Returns in the order of the addresses.
 */
export async function examinePlugins(urls: readonly string[], options: WorkerOptions): Promise<readonly Examination[]> {
  const examinations: Examination[] = [];
  let thread: WorkerThread | null = null;
  for (const url of urls) {
    thread ??= startWorkerThread(options);
    try {
      examinations.push({
        declaration: await within(options.loadDeadlineMs ?? usualLoadDeadlineMs, thread.peer.call("load", [url])),
      });
    } catch (error) {
      examinations.push({ failure: failureOf(error) });
      // It may have died of it, or be dying.
      await thread.worker.terminate();
      thread = null;
    }
  }
  await thread?.worker.terminate();
  return examinations;
}

async function within<T>(deadlineMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    const error = new Error(`it did not finish loading within ${deadlineMs / 1000} s`);
    timer = setTimeout(() => reject(error), deadlineMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
