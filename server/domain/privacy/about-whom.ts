import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import type { Office } from "../changes/office.ts";
import { tasksRecordType } from "../tasks/tasks-record-type.ts";
import { aboutFields } from "./privacy-of.ts";

type AnyRecord = StoredRecord | Case;

/**
 * Every live record that is about someone because it refers to their record, or to one that is about them; tasks about
 * those too. The furthest come first, so that whoever takes them in order takes the person's own record last.
 */
export async function recordsAbout(
  office: Office,
  person: Pick<AnyRecord, "id" | "type">,
): Promise<readonly AnyRecord[]> {
  const found = new Map<string, AnyRecord>();
  let near: readonly Pick<AnyRecord, "id" | "type">[] = [person];
  while (near.length > 0) {
    const ids = (await Promise.all(near.map((record) => idsAbout(office, record)))).flat();
    const fresh = [...new Set(ids)].filter((id) => id !== person.id && !found.has(id));
    const records = (await office.reader.getMany(fresh)).map(({ record }) => record);
    for (const record of records) found.set(record.id, record);
    near = records;
  }
  return [...found.values()].reverse();
}

async function idsAbout(office: Office, { id }: Pick<AnyRecord, "id">): Promise<readonly string[]> {
  const links = (await office.reader.links(id)).filter((link) => {
    const type = link.direction === "from" ? office.registry.type(link.type) : undefined;
    return type !== undefined && aboutFields(office.registry, type).includes(link.field);
  });
  return [...links.map((link) => link.id), ...(await tasksAbout(office, id))];
}

/** A task names its case by two plain fields, since it may be about a record of any type. */
async function tasksAbout(office: Office, id: string): Promise<readonly string[]> {
  const field = office.registry.type(tasksRecordType.id)?.fields.get("caseId")?.ref;
  if (field === undefined) return [];
  const where = [{ op: "eq", field, value: id } as const];
  const { rows } = await office.reader.list({ type: tasksRecordType.id, where, sort: [], offset: 0 });
  return rows.map(({ record }) => record.id);
}
