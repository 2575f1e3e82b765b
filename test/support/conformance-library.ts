import { definePlugin } from "../../server/plugin-api/define-plugin.ts";
import { Type } from "../../server/plugin-api/index.ts";
import { type Breach, createMemoryRecords, testContext } from "../../server/plugin-api/testing/index.ts";

/** The plugin whose contributions the tests of the conformance kit try. */
export const plugin = definePlugin({
  id: "library",
  version: "1.0.0",
  title: "Library",
  description: "Lends books",
  api: "^1.0.0",
  config: Type.Object({ days: Type.Integer({ default: 21 }) }),
});
/** Loans of the library, one of them over. */
export const records = createMemoryRecords({
  loans: [
    { id: "l1", status: "active" },
    { id: "l2", status: "done" },
  ],
});
/** What the contributions are called with. */
export const context = testContext(plugin, records);

/** The rules that were broken, each once. */
export const rules = (breaches: readonly Breach[]) => [...new Set(breaches.map(({ rule }) => rule))];
