import { expect, test } from "vitest";
import { conformance, type HttpReceiver, httpReceiver, testContext } from "../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

const offer = { id: "r1", offerTitle: "Cuisinier / cuisinière", companyId: "c1", notes: "Fired the last one" };

const contextFor = (site: HttpReceiver) => ({
  ...testContext(plugin, undefined, { config: { url: `${site.url}/offers/`, token: "t0ken" } }),
  key: "company-recruitments/r1/4/0",
  case: offer,
});

/** What stands on the website after what it was sent. */
const pagesOf = (site: HttpReceiver) =>
  Object.fromEntries(site.received.map(({ method, path, body }) => [path, method === "DELETE" ? "gone" : body]));

test("keeps what every action keeps: a second delivery changes nothing", async () => {
  await using site = await httpReceiver();
  const trial = { context: contextFor(site), observe: () => pagesOf(site) };
  expect(
    await conformance(plugin, {
      actions: {
        "publish-offer": { ...trial, params: { fields: ["offerTitle", "salary"] } },
        "withdraw-offer": { ...trial, params: {} },
      },
    }),
  ).toEqual([]);
});

test("shows the fields that the definition names, and nothing else of the case", async () => {
  await using site = await httpReceiver();
  await plugin.actions?.["publish-offer"]?.run({ fields: ["offerTitle", "salary"] }, contextFor(site));
  expect(pagesOf(site)).toEqual({ "/offers/r1": '{"offerTitle":"Cuisinier / cuisinière","salary":null}' });
  expect(site.received[0]?.headers.authorization).toBe("Bearer t0ken");
});

test("an offer that is no longer on the website is taken off; a website that fails is asked again", async () => {
  await using site = await httpReceiver();
  const withdraw = () => plugin.actions?.["withdraw-offer"]?.run({}, contextFor(site));
  site.answer(404);
  await withdraw();
  site.answer(503);
  await expect(withdraw()).rejects.toThrow("answered 503");
});
