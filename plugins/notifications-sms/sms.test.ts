import { expect, test } from "vitest";
import { conformance, httpReceiver, testContext } from "../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";
import { internationalNumber, smsRequest } from "./sms-request.ts";

const message = { key: "visits/v1/2/1", to: "06 12 34 56 78", subject: "", text: 'Rendez-vous à 9 h, "salle B"' };
const settings = { sender: "Mairie", body: '{"to": {to}, "from": {sender}, "text": {text}}' };

test("keeps what every channel keeps: it delivers, reports failures, ends when it is aborted", async () => {
  await using provider = await httpReceiver();
  const config = { url: provider.url, token: "t0p", ...settings };
  const context = testContext(plugin, undefined, { config });
  const trial = { message, context, fail: () => provider.answer(500) };
  expect(await conformance(plugin, { channels: { sms: trial } })).toEqual([]);
  expect(provider.received[0]).toMatchObject({
    headers: { authorization: "Bearer t0p", "idempotency-key": "visits/v1/2/1" },
    body: '{"to": "+33612345678", "from": "Mairie", "text": "Rendez-vous à 9 h, \\"salle B\\""}',
  });
});

test("numbers are made international, and what is none is refused", () => {
  expect(["06.12.34.56.78", "+32 470 12 34 56", "0033612345678"].map(internationalNumber)).toEqual([
    "+33612345678",
    "+32470123456",
    "+33612345678",
  ]);
  expect(() => internationalNumber("12")).toThrow("no telephone number");
});

test("a body that is no JSON is refused before anything is sent", () => {
  expect(() => smsRequest(message, { sender: "M", body: "to={to}" })).toThrow(SyntaxError);
});
