import { expect, test } from "vitest";
import { conformance, httpReceiver, testContext } from "../../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

test("keeps what every action keeps: a second delivery changes nothing", async () => {
  await using software = await httpReceiver();
  const call = { key: "visits/v1/2/1", case: { id: "v1" } };
  const context = { ...testContext(plugin, undefined, { config: { url: software.url } }), ...call };
  // The software knows a key again.
  const observe = () => [...new Map(software.received.map(({ headers, body }) => [headers["idempotency-key"], body]))];
  const trial = { params: { list: "a" }, context, observe };
  expect(await conformance(plugin, { actions: { "template-action": trial } })).toEqual([]);
  expect(observe()).toEqual([["visits/v1/2/1", '{"list":"a","case":"v1"}']]);
});

test("fails when the software does not take it, so that it is tried again", async () => {
  await using software = await httpReceiver();
  software.answer(503);
  const context = testContext(plugin, undefined, { config: { url: software.url } });
  const run = plugin.actions?.["template-action"]?.run({}, { ...context, key: "k", case: {} });
  await expect(run).rejects.toThrow("The software answered 503");
});
