import { expect, test } from "vitest";
import { conformance, httpReceiver, testContext } from "../../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

test("keeps what every channel keeps: it delivers, and reports failures", async () => {
  await using provider = await httpReceiver();
  const context = testContext(plugin, undefined, { config: { url: provider.url, token: "t0p" } });
  const message = { key: "visits/v1/2/1", to: "someone", subject: "", text: "À demain" };
  const trial = { message, context, fail: () => provider.answer(500) };
  expect(await conformance(plugin, { channels: { "template-channel": trial } })).toEqual([]);
  expect(provider.received[0]).toMatchObject({
    headers: { authorization: "Bearer t0p", "idempotency-key": "visits/v1/2/1" },
    body: '{"to":"someone","text":"À demain"}',
  });
});
