import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { PackFiles } from "../../domain/definitions/pack/office-pack.ts";

/** Writes the files of an office pack into a folder, over those of the same name; others are left alone. */
export async function writePackFolder(folder: string, files: PackFiles): Promise<void> {
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
