import { expect, test } from "vitest";
import { pluginRules } from "./trial-tools.ts";

test("names the plugins' rules wherever they stand, each once, and none of the engine's", () => {
  const lent = { type: "count", params: { guards: [] } };
  const machine = {
    states: {
      a: { on: { GO: { guard: { type: "all", params: { guards: [{ type: "opening-hours" }, lent] } } } } },
      b: { on: { GO: [{ guard: "blocklist" }, { guard: { type: "not", params: { guard: { type: "blocklist" } } } }] } },
    },
  };
  expect(pluginRules(machine)).toEqual(["opening-hours", "blocklist"]);
});
