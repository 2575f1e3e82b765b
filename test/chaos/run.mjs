import { build } from "esbuild";
import { buildPlugins, buildServer } from "../../server/launch/build.mjs";
import { serverBundle } from "../../server/launch/bundles.mjs";

// `node test/chaos/run.mjs [rounds] [seed] [fault …]`: harms the product many times under load, and looks at what is left.
await buildServer();
await buildPlugins();
await build({
  ...serverBundle(),
  entryPoints: { main: "test/chaos/main.ts" },
  outdir: "build/chaos",
  sourcemap: false,
});
const { chaos } = await import("../../build/chaos/main.js");
process.exitCode = (await chaos(process.argv.slice(2))) ? 0 : 1;
