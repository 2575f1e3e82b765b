import { text } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { desk, phone } from "../support/browser.ts";
import { openTown } from "./open-town.ts";

const { as, url } = openTown();

const made = async (page: Page, type: string, data: object) => {
  const answer = await page.request.post(`${url}/api/${type}`, { data, headers: { Origin: url } });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
};

for (const [name, viewport] of Object.entries({ desk, phone })) {
  test(`ticking a page forgot the ticks of the others; all that was found stayed ticked for another filter (${name})`, async () => {
    const page = await as("conseil1", viewport);
    await page.goto("/seekers");
    const ticks = page.getByRole("checkbox", { name: "Tout sélectionner sur cette page" });
    await ticks.check();
    await page.getByText("50 fiches sélectionnées").waitFor();
    await page.getByRole("button", { name: "Page suivante" }).click();
    await page.getByText(/^51–100 sur/).waitFor();
    const scrolled = () => page.evaluate(() => window.scrollY);
    await expect.poll(scrolled, { message: "a page turned from the end of the list began there" }).toBe(0);
    await ticks.check();
    await page.getByText("100 fiches sélectionnées").waitFor();
    // On a phone one menu holds them all.
    const isPhone = viewport === phone;
    const actions = page.getByRole("button", { name: "Actions", exact: true });
    await (isPhone ? actions : page.getByRole("button", { name: "Exporter la sélection" })).click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "CSV (la sélection)" }).click();
    expect((await download).suggestedFilename()).toMatch(/^seekers-.*\.csv$/);
    if (isPhone) await actions.click();
    await page.getByRole(isPhone ? "menuitem" : "button", { name: /^Tout sélectionner \(\d+\)$/ }).click();
    const found = await page.getByText(/^\d+ fiches$/).textContent();
    await page.getByText(`${found?.split(" ")[0]} fiches sélectionnées`).waitFor();
    await page.getByPlaceholder("Dans cette liste…").fill("aubry");
    await page.getByText(/fiches? trouvées?$/).waitFor();
    await page.getByText("100 fiches sélectionnées").waitFor();
    await page.context().close();
  });
}

test("two of one name were the same in pickers and in the search", async () => {
  const page = await as("conseil1");
  const word = `jumelle${Date.now()}`;
  const name = `Sellerie ${word}`;
  await made(page, "companies", { name, commune: "49353", address: "1 rue Haute" });
  const other = await made(page, "companies", { name, commune: "49007", address: "2 rue Basse" });
  await page.goto("/company-recruitments/create");
  await page.getByRole("combobox", { name: "Entreprise" }).fill(word);
  await page.getByRole("option", { name: `${name} Trélazé · 1 rue Haute` }).waitFor();
  await page.getByRole("option", { name: `${name} Angers · 2 rue Basse` }).click();
  await page.getByText("Angers · 2 rue Basse").waitFor();
  await page.goto("/companies");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Rechercher" }).fill(word);
  await page.getByRole("option", { name: /Angers · 2 rue Basse/ }).click();
  await page.waitForURL(`**/companies/${other}`);
  await page.context().close();
});

test("the code of an occupation stood in its place until its name had come", async () => {
  const page = await as("conseil1");
  const id = await made(page, "seekers", {
    firstName: "Ava",
    lastName: "Métier",
    occupations: [{ code: "K2204", months: 8 }],
  });
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held = new Promise<void>((resolve) => {
    void page.route(/\/api\/occupations\?/, async (route) => {
      resolve();
      await released;
      await route.continue();
    });
  });
  await page.goto(`/seekers/${id}`);
  await held;
  await page.getByText("Emploi recherché").waitFor();
  expect(await page.getByText("K2204").count()).toBe(0);
  release();
  await page.getByText("Nettoyage de locaux").first().waitFor();
  await page.context().close();
});

test("files were in the language of the browser, not of the screen", async () => {
  const page = await as("conseil1");
  await page.addInitScript(() => localStorage.setItem("passerelle.language", "en"));
  await page.goto("/companies");
  await page.getByRole("button", { name: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "CSV (all rows)" }).click();
  expect((await text(await (await download).createReadStream())).split("\n")[0]).toContain("Town");
  await page.context().close();
});
