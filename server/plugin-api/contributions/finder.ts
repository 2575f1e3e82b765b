import type { JsonObject } from "../json.ts";
import type { Text } from "../text.ts";
import type { CallContext } from "./call-context.ts";

/**
 * Finds the records of a type behind what someone types, better than by the beginnings of words. It answers `q` of the
 * lists of that type where no order is asked for; where it cannot be asked, words are looked for as usual.
 */
export interface FinderContribution<Config = JsonObject> {
  readonly title: Text;
  readonly type: string;
  /** Ids of at most `limit` records, the most likely first. */
  find(text: string, options: { readonly limit: number }, context: CallContext<Config>): Promise<readonly string[]>;
}
