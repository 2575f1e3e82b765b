import { expect, test } from "vitest";
import { conformance } from "../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

test("keeps what its kinds promise", async () => {
  const [guard = ""] = Object.keys(plugin.guards ?? {});
  const params = { title: "offerTitle", text: "offerText", contract: "contractType", ageAllowedFor: ["APPRENTISSAGE"] };
  const inputs = ["", "Une équipe jeune.", "Vous préparez les commandes."].map((offerText) => ({
    case: {},
    related: {},
    counts: {},
    today: "2026-11-23",
    language: "fr" as const,
    event: { offerTitle: "Préparateur H/F", offerText },
  }));
  expect(await conformance(plugin, { guards: { [guard]: { params, inputs } } })).toEqual([]);
});
