import type { LintContext } from "../../engine/definition/lint-context.ts";
import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { ContributedDefinitions } from "./contributed-definitions.ts";

/** What a definition of this office may name. */
export function lintContext(input: {
  readonly office: Pick<OfficeDefinition, "roles">;
  /** Ids of the types that are there, or will be. */
  readonly types: readonly string[];
  readonly contributed: ContributedDefinitions;
  readonly language: Language;
}): LintContext {
  return {
    roles: [...new Set(["admin", ...input.office.roles.map((role) => role.id)])],
    recordTypes: input.types,
    guards: Object.keys(input.contributed.guards()),
    actions: Object.keys(input.contributed.actions()),
    language: input.language,
  };
}
