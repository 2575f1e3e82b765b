import type { Readable } from "node:stream";
import { Router } from "express";
import { importCsv } from "../../domain/importing/import-csv.ts";
import { findType } from "../../domain/records/find-type.ts";
import { firstFile } from "../answers/first-file.ts";
import { queryText } from "../answers/list-query.ts";
import { typeOf } from "../answers/request-address.ts";
import type { ImportBody } from "../api-types.ts";
import type { HttpDeps } from "../http-deps.ts";
import { bodyTooLarge } from "../http-errors.ts";
import { adminFrom } from "../sign-in/who-asks.ts";

const limitMegabytes = 20;

/** `POST /api/imports/{type}?dryRun=true`: the lines of a CSV file as records of a type, for the administrator. */
export function importRoutes({ office, communes, readCsv }: HttpDeps): Router {
  const router = Router();

  router.post("/imports/:type", async (request, response) => {
    const caller = adminFrom(response);
    const type = findType(office, typeOf(request)).id;
    const { name, file } = await firstFile(request, async (sent) => {
      return { name: sent.name, file: await readCsv(await bytesOf(sent.content), sent.name) };
    });
    const report: ImportBody = await importCsv(office, caller, {
      type,
      file,
      name,
      communes,
      dryRun: queryText(request, "dryRun") === "true",
    });
    response.json(report);
  });

  return router;
}

/** @throws DomainError `body-too-large`. */
async function bytesOf(content: Readable): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of content as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limitMegabytes * 1024 * 1024) throw bodyTooLarge(limitMegabytes);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
