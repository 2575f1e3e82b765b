import type { Language } from "../../plugin-api/text.ts";

/** What the office has, which a definition may name. */
export interface LintContext {
  /** Ids of the office's roles. */
  readonly roles: readonly string[];
  /** Ids of all its record types and workflows. */
  readonly recordTypes: readonly string[];
  /** Ids of the plugins' guards and actions. */
  readonly guards: readonly string[];
  readonly actions: readonly string[];
  readonly language: Language;
}
