import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";

/** A question whose asker stands still until it is answered. */
export interface NowQuestion {
  readonly kind: "now";
  readonly name: string;
  readonly args: readonly unknown[];
  /** Set to 1 when the answer is in the port. */
  readonly flag: Int32Array;
}

type NowAnswer = { readonly value: unknown } | { readonly error: string; readonly stack: string | undefined };

/** In the worker: calls the function, and wakes the asker. */
export function answerNow(
  port: MessagePort,
  { name, args, flag }: NowQuestion,
  find: (name: string) => (...args: readonly unknown[]) => unknown,
): void {
  port.postMessage(answerOf(() => find(name)(...args)));
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
}

function answerOf(work: () => unknown): NowAnswer {
  try {
    return { value: work() };
  } catch (error) {
    return error instanceof Error ? { error: error.message, stack: error.stack } : { error: String(error), stack: "" };
  }
}

/**
 * In the office: asks and stands still, for no longer than the deadline.
 *
 * @throws what the function threw.
 * @returns null when there was no answer in time.
 */
export function askNow(
  ports: { readonly worker: { postMessage(message: unknown): void }; readonly answers: MessagePort },
  question: { readonly name: string; readonly args: readonly unknown[] },
  deadlineMs: number,
): { readonly value: unknown } | null {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  ports.worker.postMessage({ kind: "now", ...question, flag } satisfies NowQuestion);
  if (Atomics.wait(flag, 0, 0, deadlineMs) === "timed-out") return null;
  const answer = receiveMessageOnPort(ports.answers)?.message as NowAnswer | undefined;
  if (!answer) return null;
  if ("error" in answer) throw Object.assign(new Error(answer.error), answer.stack ? { stack: answer.stack } : {});
  return answer;
}
