import { expect, test } from "vitest";
import { conformance, httpReceiver, testContext } from "../../server/plugin-api/testing/index.ts";
import { plugin, signatureOf } from "./plugin.ts";

const secret = "a secret of sixteen";
const message = {
  key: "loans/l1/4/2",
  to: "loan.overdue",
  subject: "",
  text: "En retard",
  case: { id: "l1", stage: "overdue" },
};

test("keeps what every channel keeps, and signs what it sends", async () => {
  await using software = await httpReceiver();
  const context = testContext(plugin, undefined, { config: { url: software.url, secret } });
  const trial = { message, context, fail: () => software.answer(503) };
  expect(await conformance(plugin, { channels: { webhook: trial } })).toEqual([]);
  const [first] = software.received;
  expect(JSON.parse(first?.body ?? "")).toMatchObject({
    id: "loans/l1/4/2",
    event: "loan.overdue",
    case: { id: "l1" },
  });
  expect(first?.headers["x-passerelle-signature"]).toBe(signatureOf(first?.body ?? "", secret, context.now));
});

test("the signature depends on the body, the secret and the moment", () => {
  const now = "2026-03-31T10:00:00.000Z";
  const signature = signatureOf("{}", secret, now);
  expect(signature).toMatch(/^t=1774951200,v1=[0-9a-f]{64}$/);
  expect(signatureOf("{ }", secret, now)).not.toBe(signature);
  expect(signatureOf("{}", "another secret here", now)).not.toBe(signature);
  expect(signatureOf("{}", secret, "2026-03-31T10:00:01.000Z")).not.toBe(signature);
});

test("does not follow a redirection, which would hand the case to somebody else", async () => {
  await using software = await httpReceiver();
  software.answer(302, { location: "https://elsewhere.test/" });
  const context = testContext(plugin, undefined, { config: { url: software.url, secret } });
  await expect(plugin.channels?.["webhook"]?.send(message, context)).rejects.toThrow();
  expect(software.received).toHaveLength(1);
});

test("a name that only begins like this machine's was taken for it, and told without https", () => {
  const pattern = new RegExp(plugin.config?.properties.url.pattern ?? "");
  const fits = (url: string) => pattern.test(url);
  expect(["https://desk.test/hook", "http://localhost:8080/hook", "http://127.0.0.1"].filter(fits)).toHaveLength(3);
  expect(["http://localhost.desk.test/", "http://127.0.0.1.desk.test/", "ftp://desk.test"].filter(fits)).toEqual([]);
});
