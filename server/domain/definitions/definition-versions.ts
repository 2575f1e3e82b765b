import type { Caller } from "../changes/caller.ts";
import { unknownRecordType, unknownWorkflow } from "./definition-errors.ts";
import type { PublishedDefinition } from "./definition-store.ts";
import type { DefinitionsBase } from "./definitions-desk.ts";
import { requireAdministrator } from "./require-administrator.ts";

/** A published version without its document. */
export type VersionSummary = Pick<PublishedDefinition, "version" | "publishedAt" | "publishedBy" | "source">;

/**
 * Every published version of a workflow or of a record type, the newest first; none yet of one that is only drafted.
 *
 * @throws DomainError `administrators-only`, `unknown-workflow`, `unknown-record-type`.
 */
export async function definitionVersions(
  base: DefinitionsBase,
  caller: Caller,
  { kind, id }: { readonly kind: "workflow" | "record-type"; readonly id: string },
): Promise<readonly VersionSummary[]> {
  requireAdministrator(caller);
  const versions = await base.store.versions(kind, id);
  const isThere = versions.length > 0 || (await base.store.draft(kind, id)) !== null;
  if (!isThere) throw kind === "workflow" ? unknownWorkflow(id) : unknownRecordType(id);
  return versions.map(({ version, publishedAt, publishedBy, source }) => ({
    version,
    publishedAt,
    publishedBy,
    source,
  }));
}
