import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";

let built: string | undefined;

/** The thread that plugins live in, built once for each test process. Answers its path. */
export function pluginWorker(): string {
  if (built) return built;
  const folder = mkdtempSync(path.join(tmpdir(), "plugin-worker-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const outfile = path.join(folder, "plugin-worker.mjs");
  const entry = "server/plugin-host/isolation/plugin-worker.ts";
  buildSync({ entryPoints: [entry], outfile, bundle: true, format: "esm", platform: "node", target: "node20" });
  built = outfile;
  return outfile;
}
