import { expect, test } from "vitest";
import type { GuardInput } from "../../../server/plugin-api/index.ts";
import { conformance } from "../../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

const on = (today: string): GuardInput => ({ case: {}, related: {}, counts: {}, today, language: "fr" });
const [monday, sunday] = [on("2026-11-23"), on("2026-11-22")];

test("keeps what every guard keeps", async () => {
  const trial = { params: {}, inputs: [monday, sunday] };
  expect(await conformance(plugin, { guards: { "template-guard": trial } })).toEqual([]);
});

test("blocks at the weekend, with a sentence", () => {
  const rule = plugin.guards?.["template-guard"];
  expect(rule?.evaluate({}, monday)).toEqual({ ok: true });
  expect(rule?.evaluate({}, sunday)).toMatchObject({ reasons: [{ message: "Le service est fermé le week-end." }] });
});
