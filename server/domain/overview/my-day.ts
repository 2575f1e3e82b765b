import { localDay } from "../../engine/time/calendar.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { listRecords } from "../records/list-records.ts";
import { tasksRecordType } from "../tasks/tasks-record-type.ts";

export interface MyDay {
  /** Not done, due today or before: the caller's, then those of nobody. */
  readonly tasks: readonly JsonObject[];
  /** Active cases of the caller's whose deadline is today or in the days to come, the soonest first. */
  readonly due: readonly JsonObject[];
  /** Active cases of the caller's whose deadline is past, the oldest first. */
  readonly late: readonly JsonObject[];
}

const daysAhead = 7;
const most = 50;

/** What waits for whoever asks: their tasks and the deadlines of their cases. */
export async function myDay(office: Office, caller: Caller): Promise<MyDay> {
  const now = office.clock.now();
  const today = localDay(now, office.registry.office().timeZone);
  const soon = new Date(Date.parse(now) + daysAhead * 86_400_000).toISOString();
  const [tasks, due, late] = await Promise.all([
    tasksOf(office, caller, today),
    casesDue(office, caller, { dueAt_gte: now, dueAt_lte: soon }),
    casesDue(office, caller, { dueAt_lt: now }),
  ]);
  return { tasks, due, late };
}

async function tasksOf(office: Office, caller: Caller, today: string): Promise<readonly JsonObject[]> {
  const type = tasksRecordType.id;
  if (!office.registry.type(type) || !caller.rights.may("read", type)) return [];
  const open = { done_neq: true, dueOn_lte: today };
  const of = (filter: JsonObject) =>
    listRecords(office, caller, { type, filter: { ...open, ...filter }, sort: ["dueOn", "ASC"], range: [0, most - 1] });
  const [mine, nobodys] = await Promise.all([of({ assigneeId: caller.principal.id }), of({ assigneeId_null: true })]);
  return [...mine.rows, ...nobodys.rows];
}

async function casesDue(office: Office, caller: Caller, when: JsonObject): Promise<readonly JsonObject[]> {
  const workflows = office.registry
    .types()
    .filter(({ id, kind }) => kind === "workflow" && caller.rights.may("read", id));
  const filter = { ...when, status: "active", assigneeId: caller.principal.id };
  const found = await Promise.all(
    workflows.map(async ({ id: type }) => {
      const { rows } = await listRecords(office, caller, {
        type,
        filter,
        sort: ["dueAt", "ASC"],
        range: [0, most - 1],
      });
      return rows.map(({ id, displayName, stage, dueAt }) => ({
        type,
        id: id ?? null,
        displayName: displayName ?? null,
        stage: stage ?? null,
        dueAt: dueAt ?? null,
      }));
    }),
  );
  return found.flat().toSorted((a, b) => (String(a.dueAt) < String(b.dueAt) ? -1 : 1));
}
