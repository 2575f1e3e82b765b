import { expect, test } from "vitest";
import { conformance, testContext } from "../../server/plugin-api/testing/index.ts";
import { openMailbox, plainText } from "../../test/support/mailbox.ts";
import { plugin } from "./plugin.ts";

test("keeps what its kinds promise, and a letter is the same at every attempt", async () => {
  const mailbox = await openMailbox();
  const config = { url: mailbox.url, from: "office@town.test" };
  const context = testContext(plugin, undefined, { config });
  const message = { key: "visits/v1/2/1", to: "jeanne@home.test", subject: "Rendez-vous", text: "À demain" };
  const fail = () => Object.assign(config, { url: "smtp://127.0.0.1:1" });
  expect(await conformance(plugin, { channels: { email: { message, context, fail } } })).toEqual([]);
  const letter = plainText(mailbox.letters[0]);
  expect(letter).toContain("From: office@town.test");
  expect(letter).toContain("Message-ID: <visits.v1.2.1@passerelle>");
  await mailbox[Symbol.asyncDispose]();
});
