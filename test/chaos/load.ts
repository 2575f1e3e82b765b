import { setTimeout as pause } from "node:timers/promises";

/** One request of the load: its mark is its `Idempotency-Key` too. */
interface Sent {
  readonly tally: string;
  readonly event: "MARK" | "WIND";
  readonly mark: string;
}

/** What is sent, to whom, under whose token. */
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
  /** How often it said that it could not take anything for now, by the code of why. */
  readonly postponed = new Map<string, number>();
  /** The longest that anybody waited for such an answer, in milliseconds. */
  longestWait = 0;
  /** Answers that nobody should get. */
  readonly unexpected: string[] = [];
  #watched: { readonly isSo: () => boolean; readonly tell: () => void }[] = [];
  #working: Promise<void>[] = [];
  #isOn = false;
  #isAbandoned = false;
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

  /** Lets go of whatever is unanswered: something else has failed already. */
  abandon(): void {
    this.#isOn = false;
    this.#isAbandoned = true;
  }

  /** Resolves once so many more are acknowledged than now; or nothing is to be waited for, after an unexpected answer. */
  takes(more: number): Promise<void> {
    const wanted = this.acknowledged.size + more;
    return this.#once(() => this.acknowledged.size >= wanted || this.unexpected.length > 0);
  }

  /** Resolves once one more was postponed with one of these codes. */
  isPostponed(...codes: readonly string[]): Promise<void> {
    const times = () => codes.reduce((sum, code) => sum + (this.postponed.get(code) ?? 0), 0);
    const before = times();
    return this.#once(() => times() > before);
  }

  #once(isSo: () => boolean): Promise<void> {
    return new Promise((tell) => this.#watched.push({ isSo, tell }));
  }

  #tellWatchers(): void {
    const [so, not] = [true, false].map((wanted) => this.#watched.filter(({ isSo }) => isSo() === wanted));
    this.#watched = not ?? [];
    for (const { tell } of so ?? []) tell();
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
    while (!this.#isAbandoned) {
      const asked = performance.now();
      const answer = await this.#send(sent);
      if (answer?.status === 200) this.acknowledged.add(sent.mark);
      else if (answer?.status === 422) this.refused.add(sent.mark);
      else if (answer === null || answer.status === 503) {
        if (answer) this.#postpone(answer.code, performance.now() - asked);
        this.#tellWatchers();
        await pause(20);
        continue;
      } else this.unexpected.push(`${sent.event} ${sent.mark} was answered ${answer.status} ${answer.code}`);
      this.#tellWatchers();
      return;
    }
  }

  #postpone(code: string, waited: number): void {
    this.postponed.set(code, (this.postponed.get(code) ?? 0) + 1);
    this.longestWait = Math.max(this.longestWait, Math.round(waited));
  }

  /** Null when no answer came. */
  async #send({ tally, event, mark }: Sent): Promise<{ readonly status: number; readonly code: string } | null> {
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
      const { code } = (await answer.json()) as { readonly code?: unknown };
      return { status: answer.status, code: String(code) };
    } catch {
      return null;
    }
  }
}
