import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { News, NewsWire } from "../../../domain/changes/news.ts";
import type { ChangedRecord } from "../../../domain/changes/office.ts";
import { hangUpOnSilence, lineSettings, shortLine } from "./line-limits.ts";

/** Where the line goes, and who is told that it broke. */
export interface PostgresNewsOptions {
  readonly connectionString: string;
  /** The office's own: offices of one cluster do not hear each other. */
  readonly schema: string;
  /** In milliseconds. */
  readonly statementTimeout: number;
  /** Told when the line breaks. */
  readonly onBroken: (error: unknown) => void;
}

type Told = Exclude<News, { readonly about: "anything" }>;

/** PostgreSQL takes 8000 bytes in one notification: so many changed records fit. */
const changesAtOnce = 40;
const firstPause = 250;
const longestPause = 15_000;

/**
 * `LISTEN` and `NOTIFY` on a connection of its own, which asks something of the database now and then: one that has
 * fallen silent is lost. What is told while a notification is on its way goes together into
 * the next; it is never part of the transaction of a change, where `NOTIFY` would make commits wait for each other.
 *
 *     closed ◀──dispose── open ──line lost──▶ reconnecting ──listening again──▶ open, told of `anything`
 */
export class PostgresNews implements NewsWire {
  readonly #options: PostgresNewsOptions;
  readonly #node = randomUUID();
  readonly #channel: string;
  #client: pg.Client | null = null;
  #listener: ((news: News) => void) | null = null;
  #waiting: Told[] = [];
  #telling: Promise<void> | null = null;
  #closed = false;

  constructor(options: PostgresNewsOptions) {
    this.#options = options;
    this.#channel = `passerelle_${options.schema}`.slice(0, 63);
  }

  tell(news: Told): void {
    if (this.#closed) return;
    this.#waiting.push(news);
    this.#telling ??= this.#tellAll();
  }

  async listen(listener: (news: News) => void): Promise<void> {
    this.#listener = listener;
    await this.#connect();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    await this.#telling;
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const { connectionString, schema, statementTimeout } = this.#options;
    const limits = shortLine(statementTimeout);
    const application_name = `passerelle ${schema} news`;
    const client = new pg.Client({ connectionString, application_name, ...lineSettings(limits) });
    client.on("notification", ({ payload = "" }) => this.#hear(payload));
    client.on("error", (error) => this.#lost(client, error));
    client.on("end", () => this.#lost(client, new Error("The connection was closed")));
    try {
      await client.connect();
      hangUpOnSilence(client, limits);
      await client.query(`LISTEN "${this.#channel}"`);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    // Disposed of meanwhile, nobody else would end it.
    if (this.#closed) return client.end();
    this.#client = client;
    void this.#keepAsking(client, limits.silence);
  }

  async #keepAsking(client: pg.Client, every: number): Promise<void> {
    while (this.#client === client && !this.#closed) {
      await pause(every, undefined, { ref: false });
      await client.query("SELECT 1").catch(() => undefined);
    }
  }

  #lost(client: pg.Client, error: unknown): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = null;
    this.#options.onBroken(error);
    client.end().catch(() => undefined);
    void this.#reconnect();
  }

  async #reconnect(): Promise<void> {
    for (let wait = firstPause; !this.#closed; wait = Math.min(wait * 2, longestPause)) {
      await pause(wait, undefined, { ref: false });
      try {
        if (this.#closed) return;
        await this.#connect();
        if (!this.#closed) this.#listener?.({ about: "anything" });
        return;
      } catch {
        // The database is not back yet.
      }
    }
  }

  #hear(payload: string): void {
    const { node, news } = JSON.parse(payload) as { readonly node: string; readonly news: News };
    if (node !== this.#node) this.#listener?.(news);
  }

  async #tellAll(): Promise<void> {
    // What is changed in the same turn, such as a group that was committed together, is told together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const told = this.#waiting;
      this.#waiting = [];
      const payloads = gathered(told).map((news) => JSON.stringify({ node: this.#node, news }));
      // Whoever misses it while the line is down is told of `anything` afterwards.
      await this.#client
        ?.query({
          name: "tell",
          text: "SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload",
          values: [this.#channel, payloads],
        })
        .catch(() => undefined);
    }
    this.#telling = null;
  }
}

/** The same in as few messages as it takes. */
function gathered(told: readonly Told[]): readonly Told[] {
  const changes = new Map<string, ChangedRecord>();
  for (const news of told)
    if (news.about === "records") for (const change of news.changes) changes.set(change.id, change);
  const all = [...changes.values()];
  const groups = Array.from({ length: Math.ceil(all.length / changesAtOnce) }, (_, nr) => ({
    about: "records" as const,
    changes: all.slice(nr * changesAtOnce, (nr + 1) * changesAtOnce),
  }));
  const others = told.filter(({ about }) => about !== "records");
  return [...groups, ...new Map(others.map((news) => [JSON.stringify(news), news])).values()];
}
