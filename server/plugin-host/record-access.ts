import { engineCaller } from "../domain/changes/caller.ts";
import type { Office } from "../domain/changes/office.ts";
import type { PublishedType } from "../domain/definitions/published-type.ts";
import { wrongSort } from "../domain/records/lists/list-errors.ts";
import { parseFilter } from "../domain/records/lists/parse-filter.ts";
import { unknownType } from "../domain/records/record-errors.ts";
import type { Condition, LabelledRecord, ListQuery } from "../domain/records/record-reader.ts";
import { flattenRecord } from "../engine/execution/flatten-record.ts";
import type { RecordAccess, RecordQuery } from "../plugin-api/contributions/index.ts";
import type { JsonObject } from "../plugin-api/json.ts";

const usualLimit = 1000;
/** Records of a walk that are read at a time: some milliseconds in which nobody else has a turn. */
const batch = 250;

/** The records of the office as plugins read them: under no one's rights, in the filters of the HTTP lists. */
export function createRecordAccess(office: Pick<Office, "registry" | "reader" | "rightsFor">): RecordAccess {
  const { reader, registry } = office;

  function typeOf(id: string): PublishedType {
    const type = registry.type(id);
    if (!type) throw unknownType(id);
    return type;
  }

  function conditions(type: string, filter: JsonObject = {}): readonly Condition[] {
    const { rights } = engineCaller(office);
    return parseFilter(typeOf(type), filter, {
      rights,
      typeOf: (id) => registry.type(id),
      timeZone: registry.office().timeZone,
    });
  }

  return {
    async get(type, id) {
      typeOf(type);
      const found = await reader.get(type, id);
      return found && flattenRecord(found.record);
    },
    async list(type, { filter, sort, limit = usualLimit, offset = 0 }: RecordQuery = {}) {
      const where = conditions(type, filter);
      return flat((await reader.list({ type, where, sort: sortOf(typeOf(type), sort), offset, limit })).rows);
    },
    count: async (type, filter) => reader.count({ type, where: conditions(type, filter) }),
    aggregate: async (type, { filter, ...query }) => reader.aggregate(type, conditions(type, filter), query),
    async *each(type, filter) {
      yield* walk(reader, type, conditions(type, filter));
    },
    revision: (type) => reader.revision(type),
    async changedSince(type, revision) {
      const changed = await reader.changedSince(type, revision);
      return changed.map((one) => ("deleted" in one ? { id: one.id, deleted: true } : flattenRecord(one.record)));
    },
  };
}

/** All that is found, in the order of ids, a batch at a time: what comes or goes meanwhile moves no other. */
async function* walk(reader: Office["reader"], type: string, where: readonly Condition[]) {
  const id = { name: "id", kind: "system" as const };
  let after: Condition[] = [];
  for (;;) {
    const { rows } = await reader.list({
      type,
      where: [...where, ...after],
      sort: [{ field: id, direction: "ASC" }],
      offset: 0,
      limit: batch,
      uncounted: true,
    });
    if (rows.length > 0) yield flat(rows);
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = [{ op: "gt", field: id, value: last.record.id }];
  }
}

function flat(rows: readonly LabelledRecord[]): readonly JsonObject[] {
  return rows.map(({ record }) => flattenRecord(record));
}

function sortOf(type: PublishedType, sort: RecordQuery["sort"]): ListQuery["sort"] {
  if (!sort) return [];
  const [name, direction] = sort;
  const field = type.fields.get(name)?.ref;
  if (!field) throw wrongSort(name);
  return [{ field, direction }];
}
