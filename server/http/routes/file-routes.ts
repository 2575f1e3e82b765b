import { pipeline } from "node:stream/promises";
import { Router } from "express";
import { findFile, openFile } from "../../domain/files/open-file.ts";
import { requireAttachable } from "../../domain/files/require-attachable.ts";
import { storeFile } from "../../domain/files/store-file.ts";
import type { StoredFile } from "../../domain/files/stored-file.ts";
import { firstFile } from "../answers/first-file.ts";
import { recordReads } from "../answers/record-reads.ts";
import { idOf } from "../answers/request-address.ts";
import type { FileBody } from "../api-types.ts";
import type { HttpDeps } from "../http-deps.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/** `/api/files`: documents, sent once and held by records. */
export function fileRoutes(deps: HttpDeps): Router {
  const { office, files: desk } = deps;
  const router = Router();

  router.post("/files", async (request, response) => {
    const caller = callerFrom(response);
    requireAttachable(office, caller);
    const file = await firstFile(request, (sent) => storeFile(desk, caller, sent));
    response.status(201).json(fileBody(file));
  });

  router.get("/files/:id/description", async (request, response) => {
    const { file } = await findFile(office, callerFrom(response), idOf(request));
    response.json(fileBody(file));
  });

  router.get("/files/:id", async (request, response) => {
    const caller = callerFrom(response);
    const { file, heldBy } = await findFile(office, caller, idOf(request));
    const content = await openFile(desk, file);
    await recordReads(deps, caller, { how: "file", records: heldBy ? [heldBy] : [] });
    response
      .attachment(file.name)
      .type(file.mediaType)
      .set({ "Content-Length": String(file.size), "Content-Security-Policy": "sandbox; default-src 'none'" });
    await pipeline(content, response);
  });

  return router;
}

function fileBody({ id, name, mediaType, size }: StoredFile): FileBody {
  return { id, name, type: mediaType, size };
}
