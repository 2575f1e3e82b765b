import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import type { Request } from "express";
import { noFileSent } from "../../domain/files/file-errors.ts";

declare global {
  namespace Express {
    interface Locals {
      /** Tells the first file that was sent from any other, once it is read to its end. */
      fileDigest?: string;
    }
  }
}

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
    const hash = createHash("sha256").update(info.filename);
    content.on("data", (part: Buffer) => hash.update(part));
    content.once("end", () => {
      if (request.res) request.res.locals.fileDigest = hash.digest("hex");
    });
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

/** What tells the file that is sent from any other; reads it, where nobody has. */
export async function fileDigest(request: Request): Promise<string> {
  if (request.res?.locals.fileDigest === undefined) await firstFile(request, async ({ content }) => content.resume());
  return request.res?.locals.fileDigest ?? "";
}

function partsOf(request: Request): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, defParamCharset: "utf8", limits: { files: 1, fields: 10 } });
  } catch {
    throw noFileSent();
  }
}
