import { ensureInstalled } from "./installed.mjs";
import { root } from "./root.mjs";

// `npm run bench`: every row as a ratio against the limit measured in the same run.
ensureInstalled();
const { buildAll } = await import("./build.mjs");
await buildAll();
const { build } = await import("esbuild");
const { serverBundle } = await import("./bundles.mjs");
await build({
  ...serverBundle(),
  entryPoints: { main: `${root}test/bench/main.ts`, "bare-express": `${root}test/bench/bare-express.ts` },
  outdir: "build/bench",
  sourcemap: false,
});
const { bench } = await import("../../build/bench/main.js");
await bench(process.argv.slice(2));
