import { ensureInstalled } from "./installed.mjs";

// `npm run passerelle -- <verb>`: the administrator's command line.
ensureInstalled();
const { buildServer, buildPlugins } = await import("./build.mjs");
await buildServer();
await buildPlugins();
process.setSourceMapsEnabled(true);
const { passerelle } = await import("../../build/server/passerelle.js");
process.exitCode = await passerelle(process.argv.slice(2), process.env);
