import { ensureInstalled } from "./installed.mjs";

// `npm start`: everything a fresh clone needs, then the office itself in this same process.
ensureInstalled();
const { buildAll } = await import("./build.mjs");
await buildAll();
// Errors tell the line that was written, of the office and of its plugins.
process.setSourceMapsEnabled(true);
const { main } = await import("../../build/server/main.js");
await main();
