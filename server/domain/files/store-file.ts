import { PassThrough, type Readable } from "node:stream";
import { cutText } from "../../engine/schema/cut-text.ts";
import type { Caller } from "../changes/caller.ts";
import type { FileDesk } from "./file-desk.ts";
import { fileTooLarge, refusedFileType } from "./file-errors.ts";
import { keptExtensions, mediaTypeOf } from "./file-kinds.ts";
import { FileTooLarge, type StoredFile } from "./stored-file.ts";

/** The largest file that is kept. */
export const largestMegabytes = 15;
const longestName = 200;
/** Bytes at the beginning of a file that tell its kind. */
const tellingBytes = 512;

/**
 * Keeps a file that somebody sends. Until a record holds it, only they can read it.
 *
 * @throws DomainError `file-type`, `file-too-large`.
 */
export async function storeFile(
  desk: FileDesk,
  caller: Caller,
  sent: { readonly name: string; readonly content: Readable },
): Promise<StoredFile> {
  const name = plainName(sent.name);
  const { start, whole } = await peek(sent.content);
  const mediaType = mediaTypeOf(name, start);
  if (mediaType === null) {
    whole.resume();
    throw refusedFileType(name, keptExtensions);
  }
  const id = desk.newId();
  const kept = await desk.vault.store(id, whole, largestMegabytes * 1024 * 1024).catch((error: unknown) => {
    whole.resume();
    throw error instanceof FileTooLarge ? fileTooLarge(largestMegabytes) : error;
  });
  const file = { id, name, mediaType, ...kept, uploadedBy: caller.principal.id, uploadedAt: desk.now() };
  await desk.index.insert(file).catch(async (error: unknown) => {
    await desk.vault.remove(id);
    throw error;
  });
  return file;
}

/** The name without folders, or characters that no header or disk takes well. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const extension = /\.[a-z0-9]+$/i.exec(last)?.[0] ?? "";
  const clean = last
    .slice(0, last.length - extension.length)
    .replace(/[\p{Cc}"<>|]/gu, " ")
    .trim();
  return `${cutText(clean, longestName - extension.length) || "document"}${extension}`;
}

/** The first bytes of a stream, however small the pieces that it comes in, and the stream with them still in it. */
async function peek(content: Readable): Promise<{ readonly start: Uint8Array; readonly whole: Readable }> {
  const whole = new PassThrough();
  const first = await new Promise<Buffer>((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const take = (piece: Buffer) => {
      pieces.push(piece);
      size += piece.length;
      if (size >= tellingBytes) enough();
    };
    const enough = () => {
      content.off("data", take).off("end", enough).pause();
      resolve(Buffer.concat(pieces));
    };
    content.on("data", take).once("end", enough).once("error", reject);
  });
  whole.write(first);
  content.once("error", (error) => whole.destroy(error));
  content.pipe(whole);
  return { start: first.subarray(0, tellingBytes), whole };
}
