import { isLent, type Lent, type Message, remoteError, type Target } from "./remote-messages.ts";

/** What a message port of `node:worker_threads` is here used for. */
export interface PeerPort {
  postMessage(message: unknown): void;
  on(event: "message", listener: (message: unknown) => void): unknown;
}

/** The promise of a remote answer; one that is a stream can be iterated without awaiting it first. */
export interface RemoteAnswer extends Promise<unknown>, AsyncIterable<unknown> {}

/** What this side does for the other. */
export interface PeerOptions {
  /** What the other side may call by name. */
  readonly serve: (name: string, args: readonly unknown[]) => unknown;
  /** Told when a signal that was lent is aborted. */
  readonly onAbort?: () => void;
}

type Lendable = (...args: readonly unknown[]) => unknown;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Functions stand no deeper than this: `args[n].records.list`. */
const deepest = 3;

/**
 * One end of a port between two threads. Values are cloned; functions, abort signals, async iterables and objects made
 * of functions alone stay where they are and are called from the other side.
 */
export class RemotePeer {
  readonly #port: PeerPort;
  readonly #options: PeerOptions;
  readonly #lent = new Map<number, Lendable>();
  readonly #objects = new WeakMap<object, Lent>();
  readonly #borrowed = new Map<number, object>();
  readonly #signals = new Map<number, AbortController>();
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(port: PeerPort, options: PeerOptions) {
    this.#port = port;
    this.#options = options;
    port.on("message", (message) => this.#receive(message as Message));
  }

  /** Calls what the other side serves under this name. Nothing times out here: the owner of the thread abandons. */
  call(name: string, args: readonly unknown[]): RemoteAnswer {
    return this.#send(name, args);
  }

  /** Calls that have no answer yet are refused with this error. */
  abandon(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #next(): number {
    this.#last += 1;
    return this.#last;
  }

  #send(target: Target, args: readonly unknown[]): RemoteAnswer {
    const id = this.#next();
    const lent: number[] = [];
    const release = () => {
      for (const one of lent) this.#lent.delete(one);
    };
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#port.postMessage({ kind: "call", id, target, args: this.#pack(args, lent) });
    }).then(
      (value) => {
        if (isIterable(value)) return thenRelease(value, release);
        release();
        return value;
      },
      (error: unknown) => {
        release();
        throw error;
      },
    );
    return Object.assign(answer, { [Symbol.asyncIterator]: () => itemsOf(answer) });
  }

  #receive(message: Message): void {
    switch (message.kind) {
      case "call":
        void this.#answer(message);
        break;
      case "answer":
        this.#settled(message.id)?.resolve(this.#unpack(message.value));
        break;
      case "failure":
        this.#settled(message.id)?.reject(Object.assign(new Error(message.error.message), message.error));
        break;
      case "abort":
        this.#signals.get(message.signal)?.abort();
    }
  }

  #settled(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  async #answer({ id, target, args }: Extract<Message, { kind: "call" }>): Promise<void> {
    const known = this.#signals.size;
    const given = this.#unpack(args) as readonly unknown[];
    const signals = [...this.#signals.keys()].slice(known);
    try {
      const value = typeof target === "string" ? this.#options.serve(target, given) : this.#lentWork(target)(...given);
      const settled = isIterable(value) ? value : await value;
      this.#port.postMessage({ kind: "answer", id, value: this.#pack(settled, []) });
    } catch (error) {
      this.#port.postMessage({ kind: "failure", id, error: remoteError(error) });
    } finally {
      for (const signal of signals) this.#signals.delete(signal);
    }
  }

  #lentWork(id: number): Lendable {
    const work = this.#lent.get(id);
    if (!work) throw new Error("This was lent for one call, and that call has ended");
    return work;
  }

  #pack(value: unknown, lent: number[], depth = deepest): unknown {
    if (typeof value === "function") return { $lent: "function", id: this.#lend(value as Lendable, lent) };
    if (typeof value !== "object" || value === null || depth < 0) return value;
    if (value instanceof AbortSignal) return this.#packSignal(value);
    if (isIterable(value)) return this.#packIterable(value);
    if (Array.isArray(value)) return depth === deepest ? value.map((item) => this.#pack(item, lent, depth - 1)) : value;
    if (!isPlain(value)) return value;
    const entries = Object.entries(value);
    if (entries.length > 0 && entries.every(([, part]) => typeof part === "function")) return this.#packObject(value);
    return Object.fromEntries(entries.map(([key, part]) => [key, this.#pack(part, lent, depth - 1)]));
  }

  #lend(work: Lendable, lent: number[]): number {
    const id = this.#next();
    this.#lent.set(id, work);
    lent.push(id);
    return id;
  }

  #packSignal(signal: AbortSignal): Lent {
    const id = this.#next();
    const tell = () => {
      this.#port.postMessage({ kind: "abort", signal: id });
      this.#options.onAbort?.();
    };
    signal.addEventListener("abort", tell, { once: true });
    return { $lent: "signal", id, aborted: signal.aborted };
  }

  #packIterable(iterable: AsyncIterable<unknown>): Lent {
    const items = iterable[Symbol.asyncIterator]();
    const id = this.#lend(async (stop) => {
      const item = stop === true ? await items.return?.() : await items.next();
      if (stop === true || item?.done) this.#lent.delete(id);
      return { done: item?.done ?? true, value: item?.value };
    }, []);
    return { $lent: "iterable", id };
  }

  /** Lent for good, and the same object at every call: what the other side keeps by it is kept. */
  #packObject(value: object): Lent {
    const known = this.#objects.get(value);
    if (known) return known;
    const call: Lendable = (member, ...args) => Reflect.apply(Reflect.get(value, String(member)), value, args);
    const packed: Lent = { $lent: "object", id: this.#lend(call, []), members: Object.keys(value) };
    this.#objects.set(value, packed);
    return packed;
  }

  #unpack(value: unknown, depth = deepest): unknown {
    if (typeof value !== "object" || value === null || depth < 0) return value;
    if (isLent(value)) return this.#borrow(value);
    if (Array.isArray(value)) return depth === deepest ? value.map((item) => this.#unpack(item, depth - 1)) : value;
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.#unpack(part, depth - 1)]));
  }

  #borrow({ $lent, id, members = [], aborted }: Lent): unknown {
    if ($lent === "function") return (...args: unknown[]) => this.#send(id, args);
    if ($lent === "iterable") return drain((stop) => this.#send(id, [stop]));
    if ($lent === "object") return this.#borrowObject(id, members);
    const controller = new AbortController();
    this.#signals.set(id, controller);
    if (aborted) controller.abort();
    return controller.signal;
  }

  #borrowObject(id: number, members: readonly string[]): object {
    const known = this.#borrowed.get(id);
    if (known) return known;
    const member = (name: string) => [name, (...args: unknown[]) => this.#send(id, [name, ...args])] as const;
    const made = Object.fromEntries(members.map(member));
    this.#borrowed.set(id, made);
    return made;
  }
}

/** Not the bytes of a file, a date, a map: those are cloned whole. */
const isPlain = (value: object) => [Object.prototype, null].includes(Object.getPrototypeOf(value));

const isIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === "object" && value !== null && Symbol.asyncIterator in value && !(value instanceof Promise);

async function* drain(pull: (stop: boolean) => Promise<unknown>): AsyncGenerator<unknown> {
  try {
    for (;;) {
      const { done, value } = (await pull(false)) as IteratorResult<unknown>;
      if (done) return;
      yield value;
    }
  } finally {
    await pull(true).catch(() => undefined);
  }
}

async function* itemsOf(answer: Promise<unknown>): AsyncGenerator<unknown> {
  yield* (await answer) as AsyncIterable<unknown>;
}

async function* thenRelease(items: AsyncIterable<unknown>, release: () => void): AsyncGenerator<unknown> {
  try {
    yield* items;
  } finally {
    release();
  }
}
