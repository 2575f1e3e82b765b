import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import type { Request } from "express";
import { noFileSent } from "../../domain/files/file-errors.ts";

/** Handles the first file of a multipart body. @throws DomainError `no-file`. */
export async function firstFile<Handled>(
  request: Request,
  handle: (sent: { readonly name: string; readonly content: Readable }) => Promise<Handled>,
): Promise<Handled> {
  if (!request.is("multipart/form-data")) throw noFileSent();
  const parser = partsOf(request);
  let handled: Promise<Handled> | undefined;
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
