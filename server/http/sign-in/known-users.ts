import type { People } from "../../domain/users/people.ts";
import type { User } from "../../domain/users/user.ts";
import { FreshCache } from "../fresh-cache.ts";
import type { HttpDeps } from "../http-deps.ts";
import { signInMilliseconds } from "./sign-in-milliseconds.ts";

/** Accounts as they were a second ago at most. */
export class KnownUsers {
  readonly #people: People;
  readonly #isLocked: (userId: string) => boolean;
  readonly #fresh = new FreshCache<User | null>(signInMilliseconds);

  constructor({ people, isLocked }: Pick<HttpDeps, "people" | "isLocked">) {
    this.#people = people;
    this.#isLocked = isLocked;
  }

  /** Null for one who may not come in, too. */
  async get(id: string): Promise<User | null> {
    return this.#isLocked(id) ? null : this.#fresh.get(id, () => this.#people.users.get(id));
  }

  /** The same, for a session of that epoch: one that was begun since at another process is newer than what is known here. */
  async ofSession(id: string, epoch: number): Promise<User | null> {
    const user = await this.get(id);
    if (user === null || user.epoch >= epoch) return user;
    this.changed(id);
    return this.get(id);
  }

  /** To be called after every change of an account. */
  changed(id: string): void {
    this.#fresh.forget(id);
  }
}
