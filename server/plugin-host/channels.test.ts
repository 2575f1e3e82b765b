import { expect, test } from "vitest";
import { built, testHost } from "../../test/support/test-host.ts";
import { createMemoryRecords } from "../plugin-api/testing/index.ts";

const channel = (id: string, body: string, more = "") =>
  built(id, `channels: { ${id}: { title: "${id}", ${more} send: async (message, context) => { ${body} } } }`);

const told = `context.log([message.to, message.subject, message.text, message.key].join(" | "));`;
const call = { key: "loans/l1/2/1", case: { id: "l1", title: "Germinal", memberId: "m1" } };

test("a workflow sends through a channel, its texts filled from the case and the recipient", async () => {
  const records = () =>
    createMemoryRecords({ members: [{ id: "m1", firstName: "Jeanne", email: "jeanne@home.test" }] });
  await using world = await testHost({ post: channel("post", told) }, { records });
  const to = { type: "members", id: "m1", field: "email" };
  const text = "Bonjour {to.firstName}, « {title} » vous attend. {nothing}";
  await world.host.actions()["send-post"]?.run({ to, subject: "{title}", text }, call);
  expect(world.logged).toEqual([
    "jeanne@home.test | Germinal | Bonjour Jeanne, « Germinal » vous attend.  | loans/l1/2/1",
  ]);
});

test("without an address nothing is sent: the effect fails, unless it is optional", async () => {
  await using world = await testHost({ post: channel("post", told) });
  const send = world.host.actions()["send-post"];
  await expect(send?.run({ to: "", text: "x" }, call)).rejects.toThrow("no address");
  await send?.run({ to: "", text: "x", optional: true }, call);
  expect(world.logged).toEqual([]);
});

test("a channel that fails goes by its fallback, once: two that point at each other do not turn in circles", async () => {
  const fails = `throw new Error("no network");`;
  await using world = await testHost({
    sms: channel("sms", fails, `fallback: "post",`),
    post: channel("post", told, `fallback: "sms",`),
    other: channel("other", fails, `fallback: "sms",`),
  });
  const send = (id: string) =>
    world.host
      .channels()
      .find((one) => one.id === id)
      ?.send({ key: "k", to: "a", subject: "", text: "t" }, "en");
  await send("sms");
  expect(world.logged.at(-1)).toBe("a |  | t | k");
  await expect(send("other")).rejects.toThrow("“sms” did not work");
});
