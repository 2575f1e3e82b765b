import type { Plugin } from "../../plugin-api/define-plugin.ts";
import { withMembers } from "./declaration.ts";
import { PluginStopped } from "./plugin-stopped.ts";
import { askNow } from "./synchronous-call.ts";
import { startWorkerThread, type WorkerOptions, type WorkerThread } from "./worker-thread.ts";

/**
 * One plugin in a thread of its own. The thread is started when it is first needed, and again after it was stopped.
 *
 *   none ──start──▶ loading ──▶ running ──deadline, no sign of life──▶ none
 *                                  └───────too much memory, exit─────────▲
 */
export interface PluginThread extends AsyncDisposable {
  /** Starts it, where it does not run. @throws what the plugin's module throws when it is loaded. */
  start(): Promise<void>;
  call(name: string, args: readonly unknown[]): AsyncIterable<unknown> & Promise<unknown>;
  /** Stands still until the answer is there. @throws PluginStopped when there was none within the deadline. */
  callNow(name: string, args: readonly unknown[], deadlineMs: number): unknown;
  usage(): ThreadUsage;
}

/** What a thread costs. */
export interface ThreadUsage {
  /** What the thread's heap holds, in megabytes; null where none runs, and before it has answered. */
  readonly memoryMb: number | null;
  /** How often it was stopped, or ended by itself. */
  readonly restarts: number;
}

interface Running extends WorkerThread {
  readonly loaded: Promise<void>;
  isReady: boolean;
}

/** How long a thread may take to give a sign of life once a call was aborted. */
const signOfLifeMs = 1000;

/** Nothing is started before it is needed. `url` is that of the built module. */
export function createPluginThread(url: string, options: WorkerOptions): PluginThread {
  return new RestartedThread(url, options);
}

class RestartedThread implements PluginThread {
  readonly #url: string;
  readonly #options: WorkerOptions;
  #running: Running | null = null;
  #stops = 0;
  #heapMb: number | null = null;

  constructor(url: string, options: WorkerOptions) {
    this.#url = url;
    this.#options = options;
  }

  start(): Promise<void> {
    return this.#begin().loaded;
  }

  call(name: string, args: readonly unknown[]): AsyncIterable<unknown> & Promise<unknown> {
    const one = this.#begin();
    const answer = one.loaded.then(() => one.peer.call(name, args));
    const measured = () => void this.#measure(one).catch(() => undefined);
    answer.then(measured, measured);
    return Object.assign(answer, { [Symbol.asyncIterator]: () => this.#stream(name, args) });
  }

  callNow(name: string, args: readonly unknown[], deadlineMs: number): unknown {
    const one = this.#begin();
    if (!one.isReady) throw new Error("its thread is being started again");
    const answer = askNow(one, { name, args }, deadlineMs);
    if (answer) return answer.value;
    const why = PluginStopped.stuck();
    this.#stop(one, why);
    this.#begin();
    throw why;
  }

  usage(): ThreadUsage {
    return { memoryMb: this.#heapMb, restarts: this.#stops };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { worker } = this.#running ?? {};
    this.#running = null;
    await worker?.terminate();
  }

  #begin(): Running {
    if (this.#running) return this.#running;
    const thread = startWorkerThread(this.#options, {
      onAbort: () => void this.#stopUnlessAlive(begun),
      onEnd: () => this.#forget(begun),
    });
    const loaded = thread.peer.call("load", [this.#url]).then(() => {
      begun.isReady = true;
    });
    const begun: Running = { ...thread, loaded, isReady: false };
    loaded.catch(() => undefined);
    this.#running = begun;
    return begun;
  }

  #forget(one: Running): void {
    if (this.#running !== one) return;
    this.#running = null;
    this.#heapMb = null;
    this.#stops += 1;
  }

  async #measure(one: Running): Promise<void> {
    const bytes = Number(await one.peer.call("heap", []));
    if (this.#running === one) this.#heapMb = Math.round(bytes / 1_048_576);
  }

  async #stopUnlessAlive(suspect: Running): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise((resolve) => {
      timer = setTimeout(resolve, signOfLifeMs, "silent");
    });
    const said = await Promise.race([this.#measure(suspect).catch(() => undefined), silence]);
    clearTimeout(timer);
    if (said === "silent") this.#stop(suspect, PluginStopped.stuck());
  }

  #stop(one: Running, why: PluginStopped): void {
    this.#forget(one);
    one.peer.abandon(why);
    void one.worker.terminate();
  }

  async *#stream(name: string, args: readonly unknown[]): AsyncGenerator<unknown> {
    const { loaded, peer } = this.#begin();
    await loaded;
    yield* peer.call(name, args);
  }
}

/** A plugin whose functions are called in threads: those of guards in one of their own, so that no other work delays them. */
export interface IsolatedPlugin extends AsyncDisposable {
  readonly plugin: Plugin;
  start(): Promise<void>;
  usage(): ThreadUsage;
}

/** Work and guards have a thread each; both are started when they are needed. */
export function isolatePlugin(
  { declaration, url }: { readonly declaration: unknown; readonly url: string },
  options: WorkerOptions & { readonly guardDeadlineMs: number },
): IsolatedPlugin {
  const work = createPluginThread(url, { ...options, yields: true });
  const decisions = createPluginThread(url, options);
  const plugin = withMembers(declaration, (name) =>
    name.startsWith("guards.")
      ? (...args: readonly unknown[]) => decisions.callNow(name, args, options.guardDeadlineMs)
      : (...args: readonly unknown[]) => work.call(name, args),
  ) as Plugin;
  const guards = Object.keys(plugin.guards ?? {}).length > 0;
  return {
    plugin,
    start: async () => (guards ? decisions.start() : undefined),
    usage: () => added(work.usage(), decisions.usage()),
    async [Symbol.asyncDispose]() {
      await Promise.all([work[Symbol.asyncDispose](), decisions[Symbol.asyncDispose]()]);
    },
  };
}

function added(one: ThreadUsage, other: ThreadUsage): ThreadUsage {
  const memory = [one.memoryMb, other.memoryMb].filter((mb) => mb !== null);
  return {
    memoryMb: memory.length === 0 ? null : memory.reduce((sum, mb) => sum + mb, 0),
    restarts: one.restarts + other.restarts,
  };
}
