import { Router } from "express";
import { listExporters } from "../../domain/exporting/list-exporters.ts";
import { makeFile } from "../../domain/exporting/make-file.ts";
import { queryParams } from "../answers/list-query.ts";
import { recordReads } from "../answers/record-reads.ts";
import { idOf } from "../answers/request-address.ts";
import { sendTable } from "../answers/send-table.ts";
import type { HttpDeps } from "../http-deps.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/** `/api/exports/{id}`: the files that plugins make of the records of a period. */
export function exportRoutes(deps: HttpDeps): Router {
  const { office, plugins, tables } = deps;
  const router = Router();

  router.get("/exports", (_request, response) => {
    response.json(listExporters(callerFrom(response), plugins));
  });

  router.get("/exports/:id", async (request, response) => {
    const caller = callerFrom(response);
    const id = idOf(request);
    const { file, records } = await makeFile(office, caller, {
      plugins,
      id,
      params: queryParams(request, ["language"]),
    });
    await recordReads(deps, caller, { how: "export", records });
    if ("table" in file) {
      const [, name = "", format = ""] = /^(.+)\.(.+)$/.exec(file.name) ?? [];
      const { language = caller.language, ...table } = file.table;
      await sendTable(response, tables, { table: { ...table, title: name }, format, name, language });
      return;
    }
    response.attachment(file.name);
    if ("print" in file) {
      response.type("application/pdf");
      await tables.print(file.print, response);
      return;
    }
    const content = typeof file.content === "string" ? file.content : Buffer.from(file.content);
    response.type(file.mediaType).send(content);
  });

  return router;
}
