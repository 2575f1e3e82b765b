import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { PackFiles } from "../../domain/definitions/pack/office-pack.ts";

/** The definition files of an office's folder. A folder that is not there is one without files. */
export async function readPackFolder(folder: string): Promise<PackFiles> {
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
  const paths = names.map((name) => name.split(sep).join("/")).filter(isDefinitionFile);
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), "utf8")));
  return new Map(paths.map((path, index) => [path, texts[index] ?? ""]));
}

function isDefinitionFile(path: string): boolean {
  return path === "office.json" || /^records\/[^/]+\.json$/.test(path) || /^[^/]+\/workflow\.json$/.test(path);
}
