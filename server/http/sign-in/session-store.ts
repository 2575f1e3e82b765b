import type { Request } from "express";
import type session from "express-session";
import { Store } from "express-session";
import { tokenHash } from "../../domain/users/secret-token.ts";
import type { SessionRecords } from "../../domain/users/session-records.ts";
import { FreshCache } from "../fresh-cache.ts";
import { sessionIdIn } from "./session-cookie.ts";
import { signInMilliseconds } from "./sign-in-milliseconds.ts";

/** A cookie says the same for ever: this is for not reading its signature again in a burst of requests. */
const cookieMilliseconds = 5000;

/** Sessions of express-session in our database, under the hash of their id. They are written at sign-in and never touched. */
export class SessionStore extends Store {
  readonly #records: SessionRecords;
  readonly #now: () => string;
  readonly #known = new FreshCache<string | null>(signInMilliseconds);
  readonly #keys = new FreshCache<string | null>(cookieMilliseconds);
  readonly #secret: string;

  constructor(records: SessionRecords, { now, secret }: { readonly now: () => string; readonly secret: string }) {
    super();
    this.#records = records;
    this.#now = now;
    this.#secret = secret;
  }

  /** The session that the request's cookie names; null when there is none. For requests that do not change it. */
  async of({ headers: { cookie } }: Request): Promise<session.SessionData | null> {
    if (cookie === undefined) return null;
    const key = await this.#keys.get(cookie, async () => {
      const id = sessionIdIn(cookie, this.#secret);
      return id === null ? null : tokenHash(id);
    });
    return key === null ? null : this.#read(key);
  }

  override get(id: string, done: (error: unknown, data?: session.SessionData | null) => void): void {
    this.#read(tokenHash(id)).then((data) => done(null, data), done);
  }

  override set(id: string, data: session.SessionData, done?: (error?: unknown) => void): void {
    const key = tokenHash(id);
    const lifetime = data.cookie.originalMaxAge ?? 0;
    const expiresAt = new Date(Date.parse(this.#now()) + lifetime).toISOString();
    this.#known.forget(key);
    this.#records.write(key, JSON.stringify(data), expiresAt).then(() => done?.(), done);
  }

  override destroy(id: string, done?: (error?: unknown) => void): void {
    const key = tokenHash(id);
    this.#known.forget(key);
    this.#records.remove(key).then(() => done?.(), done);
  }

  async #read(key: string): Promise<session.SessionData | null> {
    const text = await this.#known.get(key, () => this.#records.read(key, this.#now()));
    return text === null ? null : (JSON.parse(text) as session.SessionData);
  }
}
