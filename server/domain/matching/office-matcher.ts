import type { Match, MatcherContribution } from "../../plugin-api/contributions/index.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Text } from "../../plugin-api/text.ts";
import type { Asker } from "../changes/caller.ts";

/** A matcher that can be asked. The plugin host has them; each call of one may fail on its own. */
export interface OfficeMatcher extends Pick<MatcherContribution, "for" | "candidates" | "propose"> {
  readonly id: string;
  readonly plugin: string;
  readonly title: Text;
  /** At most `limit`, best first. @throws DomainError `plugin-unavailable`. */
  match(record: JsonObject, limit: number, asker: Asker): Promise<readonly Match[]>;
}

/** The matchers that are in force; the plugin host is one. */
export interface OfficeMatchers {
  matchers(): readonly OfficeMatcher[];
}
