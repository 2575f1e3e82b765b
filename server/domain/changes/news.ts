import type { ChangedRecord } from "./office.ts";

/**
 * What one process of an office tells the others. Mostly a hint: the facts are in the database, where a process that
 * missed the news finds them a little later.
 */
export type News =
  | { readonly about: "records"; readonly changes: readonly ChangedRecord[] }
  | { readonly about: "definitions" }
  | { readonly about: "plugins" }
  /** Contributions of a plugin that were set aside are to be called again: the one thing that no table holds. */
  | { readonly about: "plugin-retry"; readonly plugin: string }
  /** The line was down: anything may have happened meanwhile. */
  | { readonly about: "anything" };

/** The line between the processes that work on one office. */
export interface NewsWire extends AsyncDisposable {
  /** Tells the other processes, soon. Never fails. */
  tell(news: Exclude<News, { readonly about: "anything" }>): void;
  /** Calls for whatever another process tells from then on, as long as the wire is open. */
  listen(listener: (news: News) => void): Promise<void>;
}

/** There is no other process. */
export const silentWire: NewsWire = {
  tell: () => {},
  listen: async () => {},
  [Symbol.asyncDispose]: async () => {},
};
