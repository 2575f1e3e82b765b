import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { PluginStopped } from "./plugin-stopped.ts";
import type { PluginWorkerData } from "./plugin-worker.ts";
import { RemotePeer } from "./remote-peer.ts";

/** Where plugins are examined, and where those that are isolated live. */
export interface WorkerOptions {
  /** Path of the built `plugin-worker.ts`. */
  readonly script: string;
  /** A thread that keeps more than this, in megabytes, is ended. 256 without it. */
  readonly memoryMb?: number;
  /** How long a plugin may take to load, in milliseconds. 10 000 without it. */
  readonly loadDeadlineMs?: number;
  /** Leaves the processor to the office where both want it (on Linux): for work that nobody stands still for. */
  readonly yields?: boolean;
}

/** A started thread: calls that it owes an answer are refused when it ends. */
export interface WorkerThread {
  readonly worker: Worker;
  readonly peer: RemotePeer;
  /** Where answers to synchronous questions come. */
  readonly answers: MessagePort;
}

const usualMemoryMb = 256;

/** The thread has neither the environment of the office nor its arguments, and keeps no process alive. */
export function startWorkerThread(
  { script, memoryMb = usualMemoryMb, yields = false }: WorkerOptions,
  told: { readonly onAbort?: () => void; readonly onEnd?: () => void } = {},
): WorkerThread {
  const { port1: answers, port2: nowPort } = new MessageChannel();
  const worker = new Worker(script, {
    workerData: { nowPort, yields } satisfies PluginWorkerData,
    transferList: [nowPort],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    // Nothing of the office's environment, its secrets among it, is for plugins.
    env: {},
    // Nor what the office's own process was started with, some of which a thread does not take.
    execArgv: [],
  });
  worker.unref();
  answers.unref();
  const serve = () => {
    throw new Error("The office serves nothing by name");
  };
  const peer = new RemotePeer(worker, { serve, ...(told.onAbort && { onAbort: told.onAbort }) });
  let failure: unknown;
  worker.on("error", (error) => {
    failure = error;
  });
  worker.on("exit", (code) => {
    told.onEnd?.();
    peer.abandon(PluginStopped.ended(failure, { code, memoryMb }));
  });
  return { worker, peer, answers };
}
