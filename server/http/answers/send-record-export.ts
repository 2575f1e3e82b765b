import type { Response } from "express";
import { exportRecords } from "../../domain/exporting/export-records.ts";
import { localDay } from "../../engine/time/calendar.ts";
import type { HttpDeps } from "../http-deps.ts";
import { malformedValue } from "../http-errors.ts";
import { callerFrom } from "../sign-in/who-asks.ts";
import { recordReads } from "./record-reads.ts";
import { sendTable } from "./send-table.ts";

/** As the address or the body has it, unchecked. */
export interface AskedExport {
  readonly type: string;
  readonly format: string;
  readonly filter?: unknown;
  readonly sort?: unknown;
}

/** Answers a list with its filter and sort, all of it, as a file. @throws DomainError `malformed-value`. */
export async function sendRecordExport(deps: HttpDeps, response: Response, asked: AskedExport): Promise<void> {
  const { office, people, tables } = deps;
  const caller = callerFrom(response);
  const { type, format, filter, sort } = asked;
  if (format === "pdf")
    throw malformedValue("format", { fr: "« json », « csv » ou « xlsx »", en: '"json", "csv" or "xlsx"' });
  const table = exportRecords(office, caller, {
    type,
    filter,
    sort,
    staffNames: async () => new Map((await people.users.all()).map((user) => [user.id, user.name])),
    beforePage: (ids) => recordReads(deps, caller, { how: "export", records: ids.map((id) => ({ type, id })) }),
  });
  const today = localDay(office.clock.now(), office.registry.office().timeZone);
  await sendTable(response, tables, { table, format, name: `${type}-${today}`, language: caller.language });
}
