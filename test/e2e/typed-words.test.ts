import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openLibrary } from "./open-library.ts";
import { openTown } from "./open-town.ts";

const { as, url } = openTown();
const library = openLibrary();

/** Holds every answer from an address back until it is told to let them go. */
async function hold(page: Page, path: string): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(path, async (route) => {
    const response = await route.fetch();
    await released;
    await route.fulfill({ response });
  });
  return letGo;
}

describe("what is typed", () => {
  test("lost its last space in the search of a list, so that two words became one", async () => {
    const page = await as("conseil1");
    await page.goto("/companies");
    const field = page.getByRole("searchbox", { name: /^Rechercher dans/ });
    await field.pressSequentially("atelier ");
    await page.waitForURL(/atelier/);
    await page.getByText(/fiches? trouvées?/).waitFor();
    await field.pressSequentially("bois");
    await page.waitForURL(/atelier(\+|%20)bois/);
    await expect.poll(() => field.inputValue()).toBe("atelier bois");
    await page.context().close();
  });

  test("and followed by Enter at once led to what had been found for the letters before", async () => {
    const page = await as("conseil1");
    const house = `Horlogerie${Date.now()}`;
    for (const name of [`${house} Aubépine`, `${house} Zénith`]) {
      const answer = await page.request.post(`${url}/api/companies`, { data: { name }, headers: { Origin: url } });
      expect(answer.status()).toBe(201);
    }
    await page.goto("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "Rechercher" });
    await field.fill(house);
    await page.getByRole("option", { name: /Aubépine/ }).waitFor();
    await field.pressSequentially(" zénith");
    await field.press("Enter");
    await page.getByRole("heading", { level: 1, name: `${house} Zénith` }).waitFor();
    await page.context().close();
  });

  test("as JSON that is none was left out, and what stood there before was sent in its place", async () => {
    const { body } = await library.call("/api/record-types/members");
    const { schema, ...rest } = body as { schema: { properties: object } };
    const extras = { type: "object", "x-title": { fr: "Données libres", en: "Free data" } };
    const changed = { ...rest, schema: { ...schema, properties: { ...schema.properties, extras } } };
    const put = await library.call("/api/record-types/members?basedOn=1&acknowledge=true", {
      method: "PUT",
      body: changed,
    });
    expect(put.status).toBe(200);
    const page = await library.page();
    await page.goto("/members/create");
    await page.getByLabel("Prénom").fill("Anna");
    await page.getByRole("textbox", { name: "Nom", exact: true }).fill("Reader");
    await page.getByLabel(/^Carte valable/).fill("01/01/2199");
    const json = page.getByLabel(/^Données libres/);
    await json.fill('{"kept": true}');
    await json.fill('{"kept": false');
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByText("Ce texte n’est pas du JSON.").waitFor();
    await page.getByRole("alert").getByText("à revoir").waitFor();
    expect(await page.getByRole("alert").getByRole("button", { name: "Données libres" }).count()).toBe(1);
    await json.fill('{"kept": false}');
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByRole("heading", { level: 1, name: "Anna Reader" }).waitFor();
    expect((await library.call("/api/members")).body).toMatchObject([{ extras: { kept: false } }]);
    await page.context().close();
  });

  test("in the studio was found right by an answer about the text before it", async () => {
    const page = await as("admin");
    const letGo = await hold(page, "**/api/workflows/visits/draft/lint");
    const asked = page.waitForRequest("**/api/workflows/visits/draft/lint");
    await page.goto("/studio/visits?tab=definition");
    await asked;
    const late = page.waitForResponse("**/api/workflows/visits/draft/lint");
    await page.getByRole("textbox", { name: "Définition en JSON" }).click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("no JSON");
    await page
      .getByText(/Ce n’est pas du JSON/)
      .first()
      .waitFor();
    letGo();
    await (await late).finished();
    await page.getByRole("tab", { name: "Définition" }).focus();
    expect(await page.getByText(/Ce n’est pas du JSON/).count()).toBeGreaterThan(0);
    expect(await page.getByText("Aucune erreur, aucune remarque.").count()).toBe(0);
    await page.context().close();
  });
});

describe("a form", () => {
  test("was sent while its file was still on its way, and the record kept no file", async () => {
    const page = await as("conseil1");
    await page.goto("/documents/create");
    const letGo = await hold(page, "**/api/files");
    const file = { name: "cv.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF") };
    await page.locator("input[type=file]").setInputFiles(file);
    const send = page.getByRole("button", { name: "Enregistrer" });
    await expect.poll(() => send.isDisabled()).toBe(true);
    letGo();
    await page.getByRole("link", { name: "cv.pdf" }).waitFor();
    await expect.poll(() => send.isEnabled()).toBe(true);
    await page.context().close();
  });

  test("did not tell a screen reader that a record to be looked for is required", async () => {
    const page = await as("conseil1");
    await page.goto("/company-recruitments/create");
    const company = page.getByRole("combobox", { name: "Entreprise" });
    expect(await company.getAttribute("aria-required")).toBe("true");
    await page.context().close();
  });
});

test("a case could not be seen as it was: the link in its history led to what it is now", async () => {
  const page = await as("conseil1");
  const filter = encodeURIComponent('{"stage":"coaching.searching"}');
  const found = await page.request.get(`${url}/api/seeker-journeys?filter=${filter}&range=[0,0]`);
  const [{ id }] = (await found.json()) as [{ id: string }];
  await page.goto(`/seeker-journeys/${id}?tab=history`);
  await page.getByRole("link", { name: "Voir à cette date" }).last().click();
  await page.getByText(/^Tel que c’était le/).waitFor();
  await page.getByRole("list", { name: "Étapes" }).locator("[aria-current=step]", { hasText: "Accueil" }).waitFor();
  expect(await page.getByRole("heading", { name: "Prochaines étapes" }).count()).toBe(0);
  // The others show what is so today.
  await expect.poll(() => page.getByRole("tab").allTextContents()).toEqual(["Dossier", "Historique"]);
  await page.getByRole("link", { name: "Revenir à aujourd’hui" }).click();
  await page.getByRole("heading", { name: "Prochaines étapes" }).waitFor();
  await page.context().close();
});

test("a token could not be read out on a page that came by plain HTTP: its only button did nothing", async () => {
  const page = await as("admin");
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "clipboard"));
  await page.goto("/settings/tokens");
  await page.getByRole("button", { name: "Nouveau jeton" }).click();
  const dialog = page.getByRole("dialog", { name: "Nouveau jeton" });
  await dialog.getByLabel("Nom").fill("Guichet");
  await dialog.getByRole("checkbox").first().check();
  await dialog.getByRole("button", { name: "Créer le jeton" }).click();
  await expect.poll(() => dialog.getByRole("textbox", { name: "Jeton" }).inputValue()).not.toBe("");
  expect(await dialog.getByRole("button", { name: "Copier" }).count()).toBe(0);
  await page.context().close();
});
