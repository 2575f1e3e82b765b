import { expect, test } from "vitest";
import { built, memorySettings, testHost } from "../../test/support/test-host.ts";

const notes = `prepare: async (context) => { context.log((await context.records.list("loans")).map(({ id }) => id).join()) }`;
const fails = `prepare: async () => { throw new Error("no memory for that") }`;

test("plugins in force prepare themselves, and one that fails keeps no other from it", async () => {
  await using town = await testHost(
    { "a-broken": built("a-broken", fails), "b-figures": built("b-figures", notes), "c-off": built("c-off", notes) },
    { settings: memorySettings([{ id: "c-off", enabled: false, config: {}, configVersion: 1 }]) },
  );
  await town.host.prepare();
  expect(town.logged).toEqual(["A plugin could not prepare itself", "l1"]);
});
