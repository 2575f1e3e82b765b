import { expect, test } from "vitest";
import { conformance, createMemoryRecords, testContext } from "../../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

const record = { id: "p1", territory: "Trélazé et Angers" };
const records = createMemoryRecords({
  partners: [record, { id: "p2", territory: "Angers" }, { id: "p3", territory: "Angers, Trélazé" }, { id: "p4" }],
});
const context = testContext(plugin, records);

test("keeps what every matcher keeps: deterministic, explained, obedient", async () => {
  expect(await conformance(plugin, { matchers: { "template-matcher": { record, context } } })).toEqual([]);
});

test("ranks by the words in common, and says which", async () => {
  const matches = await plugin.matchers?.["template-matcher"]?.match(record, { limit: 5 }, context);
  expect(matches?.map(({ id }) => id)).toEqual(["p3", "p2"]);
  expect(matches?.[0]?.reasons[0]?.message).toBe("En commun : angers, trélazé");
});
