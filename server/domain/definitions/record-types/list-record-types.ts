import { inLanguage } from "../../../plugin-api/text.ts";
import type { Caller } from "../../changes/caller.ts";
import type { DefinitionsBase } from "../definitions-desk.ts";
import { requireAdministrator } from "../require-administrator.ts";

/** One line of the studio's list of record types. */
export interface RecordTypeSummary {
  readonly id: string;
  /** In the reader's language. */
  readonly title: string;
  readonly version: number;
  /** Always false: a change of a record type is published at once. */
  readonly draft: boolean;
  /** The plugin that contributes it; null for the office's own. */
  readonly source: string | null;
}

/** Every record type in force, by id. @throws DomainError `administrators-only`. */
export function listRecordTypes(base: DefinitionsBase, caller: Caller): readonly RecordTypeSummary[] {
  requireAdministrator(caller);
  const types = base.registry.types().filter((type) => type.kind === "record");
  return types.map(({ id, definition, version, source = null }) => ({
    id,
    title: inLanguage(definition.title, caller.language),
    version,
    draft: false,
    source,
  }));
}
