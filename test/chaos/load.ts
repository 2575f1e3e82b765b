import { setTimeout as pause } from "node:timers/promises";

/** One request of the load: its mark is its `Idempotency-Key` too. */
interface Sent {
  readonly tally: string;
  readonly event: "MARK" | "WIND";
  readonly mark: string;
}

export interface LoadOptions {
  /** Where to send; the nodes that are up change all the time. */
  readonly urls: () => readonly string[];
  readonly secret: string;
  readonly tallies: readonly string[];
  readonly random: () => number;
}

/**
 * Sends events without a pause, as many at a time as it has workers. What was answered is noted; what was not is sent
 * again with the same key until it is, as a careful client does.
 */
export class Load {
  readonly #options: LoadOptions;
  readonly #run: string;
  /** Marks and rounds that the server said it had taken. */
  readonly acknowledged = new Set<string>();
  /** Those that it refused, for good. */
  readonly refused = new Set<string>();
  #working: Promise<void>[] = [];
  #isOn = false;
  #count = 0;

  constructor(run: string, options: LoadOptions) {
    this.#run = run;
    this.#options = options;
  }

  get sent(): number {
    return this.#count;
  }

  start(workers: number): void {
    this.#isOn = true;
    this.#working = Array.from({ length: workers }, () => this.#work());
  }

  /** Resolves when nothing is unanswered any more: a server must be up. */
  async stop(): Promise<void> {
    this.#isOn = false;
    await Promise.all(this.#working);
  }

  async #work(): Promise<void> {
    while (this.#isOn) {
      const { tallies, random } = this.#options;
      this.#count += 1;
      const tally = tallies[Math.floor(random() * tallies.length)] ?? "";
      await this.#deliver({ tally, event: random() < 0.2 ? "WIND" : "MARK", mark: `${this.#run}-${this.#count}` });
    }
  }

  async #deliver(sent: Sent): Promise<void> {
    for (;;) {
      const status = await this.#send(sent);
      if (status === 200) this.acknowledged.add(sent.mark);
      else if (status === 422) this.refused.add(sent.mark);
      else if (status === null || status === 503) {
        await pause(20);
        continue;
      } else throw new Error(`${sent.event} was answered ${status}`);
      return;
    }
  }

  /** The status, or null when no answer came. */
  async #send({ tally, event, mark }: Sent): Promise<number | null> {
    const { urls, secret, random } = this.#options;
    const up = urls();
    const url = up[Math.floor(random() * up.length)];
    if (url === undefined) return null;
    const payload = event === "MARK" ? { mark } : { round: mark };
    try {
      const answer = await fetch(`${url}/api/tallies/${tally}/events`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${secret}`,
          "idempotency-key": mark,
        },
        body: JSON.stringify({ type: event, payload }),
        signal: AbortSignal.timeout(20_000),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return null;
    }
  }
}
