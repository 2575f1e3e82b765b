import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import type { PackFiles } from "../../domain/definitions/office-pack.ts";

/** The JSON files of an office pack, by their path in its folder. */
export async function readPackFolder(folder: string): Promise<PackFiles> {
  const entries = await readdir(folder, { recursive: true });
  const paths = entries.map((entry) => entry.split(sep).join("/")).filter(isDefinition);
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), "utf8")] as const)),
  );
}

/** Writes the files of a pack; those of the folder that it does not have stay. */
export async function writePackFolder(folder: string, files: PackFiles): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

function isDefinition(path: string): boolean {
  return path === "office.json" || /^records\/[^/]+\.json$/.test(path) || /^[^/]+\/workflow\.json$/.test(path);
}
