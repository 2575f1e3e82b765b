import type { Request, Response } from "express";
import { exportRecords } from "../../domain/exporting/export-records.ts";
import { localDay } from "../../engine/time/calendar.ts";
import type { HttpDeps } from "../http-deps.ts";
import { malformedValue } from "../http-errors.ts";
import { callerFrom } from "../sign-in/who-asks.ts";
import { listQuery, queryText } from "./list-query.ts";
import { recordReads } from "./record-reads.ts";
import { sendTable } from "./send-table.ts";

/** Answers `GET /api/{type}?format=csv|xlsx`: the list with its filter and sort, all of it, as a file. */
export async function sendRecordExport(deps: HttpDeps, request: Request, response: Response): Promise<void> {
  const { office, people, tables } = deps;
  const caller = callerFrom(response);
  const type = String(request.params["type"]);
  const format = queryText(request, "format") ?? "csv";
  if (format === "pdf")
    throw malformedValue("format", { fr: "« json », « csv » ou « xlsx »", en: '"json", "csv" or "xlsx"' });
  const { filter, sort } = listQuery(request);
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
