import type { FileRead } from "../../domain/audit/read-log.ts";
import type { Caller } from "../../domain/changes/caller.ts";
import type { HttpDeps } from "../http-deps.ts";

/** What was read: records of one type, or of several. */
export interface ReadOf {
  readonly type: string;
  readonly id: string;
}

/** Logs that the caller was shown these records, as far as they are the file of a person. Resolves once it is stored. */
export async function recordReads(
  { office, reads }: Pick<HttpDeps, "office" | "reads">,
  { principal }: Caller,
  shown: { readonly how: FileRead["how"]; readonly records: readonly ReadOf[] },
): Promise<void> {
  const at = office.clock.now();
  const personal = shown.records.filter(({ type }) => office.registry.type(type)?.definition.personal);
  await reads.record(
    personal.map(({ type, id }) => ({
      at,
      actorId: principal.id,
      actorName: principal.name,
      type,
      recordId: id,
      how: shown.how,
    })),
  );
}
