import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { graveFaults } from "../support/axe.ts";
import { openBrowser, signedInPage } from "../support/browser.ts";
import { openWorkshop } from "./workshop.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Found = readonly { readonly id: string }[];

test("what failed for good is read, done without, tried again alone, and with all of its kind once it is mended", async () => {
  await using workshop = await openWorkshop("test/chaos/office");
  const { call, pass } = workshop;
  const rings = (await call("GET", "/api/record-types/rings")) as { schema: { required: string[] } };
  const { required } = rings.schema;
  const require = (fields: readonly string[]) =>
    call("PUT", "/api/record-types/rings", {
      ...rings,
      schema: { ...rings.schema, required: fields, properties: louder },
    });
  const louder = { ...(rings.schema as object as { properties: object }).properties, volume: { type: "integer" } };
  await require([...required, "volume"]);
  for (const name of ["Loire", "Maine", "Sarthe", "Mayenne"]) {
    const { id } = (await call("POST", "/api/tallies", { name })) as { id: string };
    await call("POST", `/api/tallies/${id}/events`, { type: "WIND", payload: { round: name } });
  }
  const incidents = async () => {
    pass(30);
    return ((await call("GET", "/api/incidents")) as Found).length;
  };
  await expect.poll(incidents).toBe(4);

  const page = await signedInPage(browser, workshop.signIn);
  await page.goto("/");
  await page.getByRole("link", { name: "4 incidents à traiter" }).click();
  await page.getByRole("link", { name: /^Incidents/ }).click();
  await page.getByRole("heading", { name: "Création d’une fiche (4)" }).waitFor();
  await page.getByRole("listitem").filter({ hasText: "Loire" }).getByText("(champs : volume)").waitFor();
  expect(await graveFaults(page)).toEqual([]);

  await page.getByRole("button", { name: "Écarter : Loire" }).click();
  await page.getByRole("dialog", { name: "Écarter : Loire" }).getByRole("button", { name: "Écarter" }).click();
  await page.getByText("L’incident est écarté").waitFor();
  await page.getByRole("heading", { name: "Création d’une fiche (3)" }).waitFor();

  await require(required);
  await page.getByRole("button", { name: "Relancer : Maine" }).click();
  await page.getByText("L’action est relancée").waitFor();
  await page.getByRole("heading", { name: "Création d’une fiche (2)" }).waitFor();
  await page.getByRole("button", { name: "Tout relancer : Création d’une fiche" }).click();
  await page.getByText("2 actions sont relancées").waitFor();
  await page.getByText("Aucun incident").waitFor();

  const rounds = async () => {
    pass(30);
    const made = (await call("GET", "/api/rings")) as readonly { readonly round: string }[];
    return made.map(({ round }) => round).sort();
  };
  await expect.poll(rounds).toEqual(["Maine", "Mayenne", "Sarthe"]);
  await page.context().close();
});
