import { Router } from "express";
import { createRecord } from "../../domain/records/create-record.ts";
import { deleteMany } from "../../domain/records/delete-many.ts";
import { deleteRecord } from "../../domain/records/delete-record.ts";
import { findType } from "../../domain/records/find-type.ts";
import { recordAt } from "../../domain/records/history/record-at.ts";
import { recordHistory } from "../../domain/records/history/record-history.ts";
import { findRecords } from "../../domain/records/lists/find-records.ts";
import { loadRecord } from "../../domain/records/load-record.ts";
import { readRecord } from "../../domain/records/read-record.ts";
import { updateRecord } from "../../domain/records/update-record.ts";
import { isObject } from "../../engine/schema/is-object.ts";
import { bulkOfType } from "../answers/bulk-of-type.ts";
import { listQuery, queryText, setContentRange } from "../answers/list-query.ts";
import { recordReads } from "../answers/record-reads.ts";
import { addressOf, typeOf } from "../answers/request-address.ts";
import { sendRecord } from "../answers/send-record.ts";
import { sendRecordExport } from "../answers/send-record-export.ts";
import { keyOf, versionAsked, writeBody } from "../answers/write-body.ts";
import type { HttpDeps } from "../http-deps.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/** `/api/{type}` and `/api/{type}/{id}`: the `ra-data-simple-rest` dialect, for every type in force. */
export function recordRoutes(deps: HttpDeps): Router {
  const router = Router();
  addTypeRoutes(router, deps);
  addRecordRoutes(router, deps);
  return router;
}

/** The list of a type, and what is done to several of its records. */
function addTypeRoutes(router: Router, deps: HttpDeps): void {
  const { office, plugins } = deps;

  router.get("/:type", async (request, response) => {
    const format = queryText(request, "format");
    if (format !== undefined && format !== "json") {
      await sendRecordExport(deps, response, { type: typeOf(request), format, ...listQuery(request) });
      return;
    }
    const caller = callerFrom(response);
    const type = typeOf(request);
    findType(office, type);
    const { rows, from, total } = await findRecords(office, caller, { type, plugins, ...listQuery(request) });
    await recordReads(deps, caller, { how: "list", records: rows.map((row) => ({ type, id: String(row["id"]) })) });
    setContentRange(response, type, { from, rows: rows.length, total });
    response.json(rows);
  });

  router.post("/:type", async (request, response) => {
    const type = typeOf(request);
    const data = await writeBody(request, response, () => findType(office, type));
    response.status(201).json(await createRecord(office, callerFrom(response), { type, data, ...keyOf(request) }));
  });

  router.post("/:type/exports", async (request, response) => {
    const type = typeOf(request);
    const body = await writeBody(request, response, () => findType(office, type));
    const { format = "csv", filter, sort } = isObject(body) ? body : {};
    await sendRecordExport(deps, response, { type, format: String(format), filter, sort });
  });

  router.post("/:type/deletions", bulkOfType(office, deleteMany));
}

/** One record, and its past. */
function addRecordRoutes(router: Router, deps: HttpDeps): void {
  const { office } = deps;

  router.get("/:type/:id", async (request, response) => {
    const caller = callerFrom(response);
    const address = addressOf(request);
    const at = queryText(request, "at");
    const record =
      at === undefined ? await readRecord(office, caller, address) : await recordAt(office, caller, { ...address, at });
    await recordReads(deps, caller, { how: at === undefined ? "record" : "past", records: [address] });
    sendRecord(response, record);
  });

  router.get("/:type/:id/history", async (request, response) => {
    const caller = callerFrom(response);
    const address = addressOf(request);
    const entries = await recordHistory(office, caller, address);
    await recordReads(deps, caller, { how: "history", records: [address] });
    response.json(entries);
  });

  router.put("/:type/:id", async (request, response) => {
    const caller = callerFrom(response);
    const address = addressOf(request);
    const data = await writeBody(request, response, () => loadRecord(office, caller, address));
    sendRecord(
      response,
      await updateRecord(office, caller, { ...address, data, ...versionAsked(request), ...keyOf(request) }),
    );
  });

  router.delete("/:type/:id", async (request, response) => {
    const caller = callerFrom(response);
    response.json(
      await deleteRecord(office, caller, { ...addressOf(request), ...versionAsked(request), ...keyOf(request) }),
    );
  });
}
