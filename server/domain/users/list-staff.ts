import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { readableField } from "../records/lists/filter-key.ts";
import { conditionsFor } from "../records/lists/list-records.ts";
import { isOfTheOffice } from "../rights/is-of-the-office.ts";
import { staffRoles } from "../rights/staff-roles.ts";
import type { UserStore } from "./user-store.ts";

/** A member of the office as others are told of them. */
export interface ListedStaff {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/**
 * Who works in the office now, by name, for those who do. Anybody else is told who follows, or is named in, the records
 * that they may read, and nobody's roles: a partner sees whom to call, whoever reads figures alone sees no name.
 */
export async function listStaff(
  office: Office,
  caller: Caller,
  users: Pick<UserStore, "all">,
): Promise<readonly ListedStaff[]> {
  const staff = staffRoles(office.registry.office());
  const members = (await users.all()).filter(
    ({ status, roles }) => status === "active" && roles.some((role) => staff.has(role)),
  );
  if (isOfTheOffice(office, caller)) return members.map(({ id, name, roles }) => ({ id, name, roles }));
  const named = await namedToReader(office, caller);
  return members.filter(({ id }) => named.has(id)).map(({ id, name }) => ({ id, name, roles: [] }));
}

/** The ids in all fields of staff that the reader may read. */
async function namedToReader(office: Office, caller: Caller): Promise<ReadonlySet<unknown>> {
  const { rights } = caller;
  const types = office.registry.types().filter(({ id }) => rights.may("read", id));
  const asked = types.flatMap((type) =>
    [...type.fields.keys()]
      .filter((name) => readableField(type, rights, name)?.schema["x-widget"] === "staff")
      .map((name) => ({ type, name })),
  );
  const groups = await Promise.all(
    asked.map(({ type, name }) =>
      office.reader.aggregate(type.id, conditionsFor(office, caller, { type, filter: {} }), { groupBy: [name] }),
    ),
  );
  return new Set(groups.flat().flatMap(({ group }) => group));
}
