import type { JsonObject } from "../../../plugin-api/json.ts";
import type { Caller } from "../../changes/caller.ts";
import type { Office } from "../../changes/office.ts";
import type { PublishedType } from "../../definitions/published-type.ts";
import { readableType } from "../find-type.ts";
import type { LabelledRecord } from "../record-reader.ts";
import { conditionsFor, flattenAll } from "./list-records.ts";

const batch = 500;

/**
 * Every record that matches and that the caller may read, in batches by id: as many as there are, in constant memory.
 *
 * @throws DomainError as `listRecords` does.
 */
export async function* eachRecord(
  office: Office,
  caller: Caller,
  request: { readonly type: string; readonly filter?: unknown },
): AsyncGenerator<readonly JsonObject[]> {
  const type = readableType(office, caller, request.type);
  for await (const rows of eachStored(office, caller, { type, filter: request.filter })) {
    yield await flattenAll(office, caller, { type, rows });
  }
}

/** The same, as they are stored. */
export async function* eachStored(
  office: Office,
  caller: Caller,
  { type, filter }: { readonly type: PublishedType; readonly filter: unknown },
): AsyncGenerator<readonly LabelledRecord[]> {
  const where = conditionsFor(office, caller, { type, filter });
  const field = { name: "id", kind: "system" } as const;
  const sort = [{ field, direction: "ASC" as const }];
  let last = "";
  for (;;) {
    const from = { op: "gt" as const, field, value: last };
    const { rows } = await office.reader.list({
      type: type.id,
      where: [...where, from],
      sort,
      offset: 0,
      limit: batch,
      uncounted: true,
    });
    if (rows.length > 0) yield rows;
    if (rows.length < batch) return;
    last = rows.at(-1)?.record.id ?? last;
  }
}
