import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./root.mjs";

/** Runs `build` unless its sources are as they were when it last succeeded. Returns whether it ran. */
export async function buildUnlessFresh({ output, sources, build }) {
  const stamp = join(root, output, ".sources");
  const digest = digestOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return false;
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
  return true;
}

/** Names, sizes and times of every file under the sources: cheap enough to be asked at every start. */
function digestOf(sources) {
  const hash = createHash("sha256");
  for (const source of sources) addTo(hash, join(root, source));
  return hash.digest("hex");
}

function addTo(hash, path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) {
    if (!path.endsWith(".test.ts")) hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
}
