import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { FileTooLarge, type FileVault } from "../../domain/files/stored-file.ts";

/** Files in a folder, two levels deep by the end of their id: `<folder>/3f/a9/<id>`. */
export class DiskFiles implements FileVault {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async store(id: string, content: Readable, maxBytes: number) {
    const path = this.#path(id);
    const unfinished = `${path}.part`;
    await mkdir(dirname(path), { recursive: true });
    const hash = createHash("sha256");
    let size = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        hash.update(chunk);
        done(size > maxBytes ? new FileTooLarge(`more than ${maxBytes} bytes`) : null, chunk);
      },
    });
    try {
      await pipeline(content, meter, createWriteStream(unfinished, { flags: "wx", mode: 0o600 }));
      await flush(unfinished);
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return { size, sha256: hash.digest("hex") };
  }

  async open(id: string): Promise<Readable | null> {
    const path = this.#path(id);
    const found = await stat(path).catch(() => null);
    return found ? createReadStream(path) : null;
  }

  async remove(id: string): Promise<void> {
    await rm(this.#path(id), { force: true });
  }

  #path(id: string): string {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error(`not the id of a file: ${id}`);
    return join(this.#folder, id.slice(-2), id.slice(-4, -2), id);
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync().finally(() => file.close());
}
