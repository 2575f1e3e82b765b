import { createHash } from "node:crypto";
import { PassThrough, type Readable, type Writable } from "node:stream";
import { finished } from "node:stream/promises";
import busboy from "busboy";
import type { Request } from "express";
import { DomainError } from "../../domain/domain-error.ts";
import { fileCutOff, noFileSent } from "../../domain/files/file-errors.ts";

declare global {
  namespace Express {
    interface Locals {
      /** Tells the first file that was sent from any other, once it is read to its end. */
      fileDigest?: string;
    }
  }
}

interface SentFile {
  readonly name: string;
  readonly content: Readable;
}

/**
 * Handles the first file of a multipart body. A handler need not read it to its end.
 *
 * @throws DomainError `no-file`, `file-cut-off`, and what the handler throws.
 */
export async function firstFile<Handled>(
  request: Request,
  handle: (sent: SentFile) => Promise<Handled>,
): Promise<Handled> {
  if (!request.is("multipart/form-data")) throw noFileSent();
  const parser = partsOf(request);
  let handled: Promise<Handled> | undefined;
  parser.on("file", (_field, part, { filename: name }) => {
    const content = readLoosely(part);
    if (handled || !name) {
      content.destroy();
      return;
    }
    handled = handle({ name, content });
    handled.catch(() => content.destroy());
    const hash = createHash("sha256").update(name);
    part.on("data", (chunk: Buffer) => hash.update(chunk));
    part.once("end", () => {
      if (request.res) request.res.locals.fileDigest = hash.digest("hex");
    });
  });
  const isWhole = await readWhole(request, parser);
  if (!handled) throw noFileSent();
  const answer = await handled.catch((error: unknown) => {
    throw isWhole || error instanceof DomainError ? error : fileCutOff();
  });
  if (!isWhole) throw fileCutOff();
  return answer;
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

/** The part for a reader who may stop at any moment: the parser would wait for them for ever. */
function readLoosely(part: Readable): Readable {
  const content = new PassThrough();
  // Nobody may be reading by then.
  content.on("error", () => undefined);
  part.on("error", (error) => content.destroy(error));
  content.once("close", () => {
    part.unpipe(content);
    part.resume();
  });
  return part.pipe(content);
}

/**
 * Whether the whole body came, and has an end. What is left of it is read in any case: whoever is still sending does not
 * hear the answer.
 */
async function readWhole(request: Request, parser: Writable): Promise<boolean> {
  const parsed = finished(parser);
  finished(request).catch((error: Error) => parser.destroy(error));
  request.pipe(parser);
  try {
    await parsed;
    return true;
  } catch {
    request.unpipe(parser);
    request.resume();
    return false;
  }
}
