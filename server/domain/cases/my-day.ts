import { localDay } from "../../engine/time/calendar.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import { after } from "../changes/instants.ts";
import type { Office } from "../changes/office.ts";
import { listRecords } from "../records/lists/list-records.ts";
import { tasksRecordType } from "../tasks/tasks-record-type.ts";

/** What one person has before them. */
export interface MyDay {
  /** Their open tasks, and nobody's, due until today, the longest due first; `caseName` is that of the case they are about. */
  readonly tasks: readonly JsonObject[];
  /** Their open cases in which something falls due within a week, the soonest first. */
  readonly due: readonly JsonObject[];
  /** Their open cases about which a task is overdue, the longest first: `lateSince` the day it was due, `lateFor` what was to be done. */
  readonly late: readonly JsonObject[];
}

const week = 7 * 24 * 3600;
const mostTasks = 200;
const mostCases = 200;

/** What is due today for the caller, of the types that they may read. Cases carry their `type`. */
export async function myDay(office: Office, caller: Caller): Promise<MyDay> {
  const now = office.clock.now();
  const today = localDay(now, office.registry.office().timeZone);
  const tasks = await openTasks(office, caller, today);
  const workflows = office.registry
    .types()
    .filter(({ id, kind }) => kind === "workflow" && caller.rights.may("read", id));
  const mine = { assigneeId: caller.principal.id, status: "active" };
  const due = await casesOf(
    office,
    caller,
    workflows.map(({ id: type }) => {
      return { type, filter: { ...mine, dueAt_lte: after(now, week) } };
    }),
  );
  const about = await casesOf(
    office,
    caller,
    workflows.map(({ id: type }) => {
      const ids = tasks.filter((task) => task["caseType"] === type).map((task) => task["caseId"] ?? null);
      return { type, filter: { id: ids } };
    }),
  );
  const names = new Map(about.map((found) => [found["id"], found["displayName"] ?? null]));
  const isOverdue = (task: JsonObject) => task["assigneeId"] === caller.principal.id && String(task["dueOn"]) < today;
  const overdue = tasks.filter(isOverdue);
  return {
    tasks: tasks.map((task) => ({ ...task, caseName: names.get(task["caseId"] ?? null) ?? null })),
    due,
    late: lateCases(about, overdue),
  };
}

/** Each case once, with the task that is overdue longest. */
function lateCases(cases: readonly JsonObject[], overdue: readonly JsonObject[]): readonly JsonObject[] {
  const first = new Map<unknown, JsonObject>();
  for (const task of overdue) if (!first.has(task["caseId"])) first.set(task["caseId"], task);
  return [...first].flatMap(([id, task]) => {
    const found = cases.find((each) => each["id"] === id && each["status"] === "active");
    return found ? [{ ...found, lateSince: task["dueOn"] ?? null, lateFor: task["title"] ?? null }] : [];
  });
}

async function openTasks(office: Office, caller: Caller, today: string): Promise<readonly JsonObject[]> {
  const type = tasksRecordType.id;
  if (!caller.rights.may("read", type)) return [];
  const open = { done_neq: true, dueOn_lte: today };
  const sort = ["dueOn", "ASC"];
  const range = [0, mostTasks - 1];
  const mine = await listRecords(office, caller, {
    type,
    filter: { ...open, assigneeId: caller.principal.id },
    sort,
    range,
  });
  const nobodys = await listRecords(office, caller, { type, filter: { ...open, assigneeId_null: true }, sort, range });
  return [...mine.rows, ...nobodys.rows].sort((left, right) =>
    String(left["dueOn"]) < String(right["dueOn"]) ? -1 : 1,
  );
}

async function casesOf(
  office: Office,
  caller: Caller,
  requests: readonly { readonly type: string; readonly filter: JsonObject }[],
): Promise<readonly JsonObject[]> {
  const found = await Promise.all(
    requests.map(async ({ type, filter }) => {
      const { rows } = await listRecords(office, caller, {
        type,
        filter,
        sort: ["dueAt", "ASC"],
        range: [0, mostCases - 1],
      });
      return rows.map((row): JsonObject => ({ ...row, type }));
    }),
  );
  return found.flat().sort((left, right) => (String(left["dueAt"] ?? "~") < String(right["dueAt"] ?? "~") ? -1 : 1));
}
