import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { type Request, Router } from "express";
import { noFileSent } from "../../domain/files/file-errors.ts";
import { findFile, openFile } from "../../domain/files/open-file.ts";
import { storeFile } from "../../domain/files/store-file.ts";
import type { StoredFile } from "../../domain/files/stored-file.ts";
import { recordReads } from "../answers/record-reads.ts";
import type { FileBody } from "../api-types.ts";
import type { HttpDeps } from "../http-deps.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/** `/api/files`: documents, sent once and held by records. */
export function fileRoutes(deps: HttpDeps): Router {
  const { office, files: desk } = deps;
  const router = Router();

  router.post("/files", async (request, response) => {
    const caller = callerFrom(response);
    const file = await firstFile(request, (sent) => storeFile(desk, caller, sent));
    response.status(201).json(fileBody(file));
  });

  router.get("/files/:id/description", async (request, response) => {
    const { file } = await findFile(office, callerFrom(response), { desk, id: String(request.params["id"]) });
    response.json(fileBody(file));
  });

  router.get("/files/:id", async (request, response) => {
    const caller = callerFrom(response);
    const { file, heldBy } = await findFile(office, caller, { desk, id: String(request.params["id"]) });
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

/** Handles the first file of a multipart body. @throws DomainError `no-file`. */
async function firstFile(
  request: Request,
  handle: (sent: { readonly name: string; readonly content: Readable }) => Promise<StoredFile>,
): Promise<StoredFile> {
  if (!request.is("multipart/form-data")) throw noFileSent();
  const parser = partsOf(request);
  let handled: Promise<StoredFile> | undefined;
  parser.on("file", (_field, content, info) => {
    if (handled || !info.filename) {
      content.resume();
      return;
    }
    handled = handle({ name: info.filename, content });
    handled.catch(() => content.resume());
  });
  try {
    await pipeline(request, parser);
  } catch {
    await handled;
    throw noFileSent();
  }
  if (!handled) throw noFileSent();
  return handled;
}

function partsOf(request: Request): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, defParamCharset: "utf8", limits: { files: 1, fields: 10 } });
  } catch {
    throw noFileSent();
  }
}
