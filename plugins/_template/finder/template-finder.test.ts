import { expect, test } from "vitest";
import { conformance, createMemoryRecords, testContext } from "../../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

const records = createMemoryRecords({
  contacts: [
    { id: "c1", summary: "Rappeler après l’été" },
    { id: "c2", summary: "Envoyer le dossier" },
  ],
});
const context = testContext(plugin, records);

test("keeps what every finder keeps: the same whatever the accents and capitals, nothing behind nothing", async () => {
  const trial = { text: "été", meant: "c1", context };
  expect(await conformance(plugin, { finders: { "template-finder": trial } })).toEqual([]);
});
