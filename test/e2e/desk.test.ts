import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { graveFaults } from "../support/axe.ts";
import { desk, phone } from "../support/browser.ts";
import { openTown } from "./open-town.ts";

const { as, url } = openTown();

test("a view that one counsellor shares opens the same list for another", async () => {
  const name = `Besoins à évaluer ${Date.now()}`;
  const first = await as("conseil1");
  await first.goto(`/company-recruitments?filter=${encodeURIComponent('{"stage":["need"]}')}`);
  const counted = await first.getByText(/^\d+ fiches? trouvées?$/).textContent();
  await first.getByRole("button", { name: "Vues" }).click();
  await first.getByLabel("Nom de la vue").fill(name);
  await first.getByLabel("Partager avec l’équipe").check();
  const saved = first.waitForResponse((answer) => answer.url().endsWith("/api/views") && answer.status() === 201);
  await first.getByRole("button", { name: "Enregistrer cette vue" }).click();
  await saved;
  await first.context().close();

  const second = await as("conseil2");
  await second.goto("/company-recruitments");
  await second.getByRole("button", { name: "Vues" }).click();
  await second.getByRole("button", { name, exact: true }).click();
  await second.getByText(counted ?? "", { exact: true }).waitFor();
  await second.context().close();
});

test("ticked records are exported and deleted, on a phone too, where views and export share one menu", async () => {
  const page = await as("admin");
  const word = `mercerie${Date.now()}`;
  const name = `${word} de la Vallée`;
  const data = { name };
  const made = await page.request.post(`${url}/api/companies`, { data, headers: { Origin: url } });
  expect(made.status()).toBe(201);
  await page.goto(`/companies?filter=${encodeURIComponent(JSON.stringify({ q: `${word} vallée` }))}`);
  await page.getByRole("checkbox", { name: `Sélectionner ${name}` }).check();
  await page.getByRole("button", { name: "Exporter la sélection" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "CSV (la sélection)" }).click();
  expect((await download).suggestedFilename()).toMatch(/^companies-.*\.csv$/);
  await page.getByRole("button", { name: "Supprimer…" }).click();
  const dialog = page.getByRole("dialog", { name: "Supprimer 1 fiche ?" });
  await dialog.getByRole("button", { name: "Supprimer" }).click();
  const outcome = page.getByRole("dialog", { name: "Suppression de 1 fiche" });
  await outcome.getByText("C’est fait pour 1 fiche").waitFor();
  await page.context().close();

  const small = await as("conseil1", phone);
  await small.goto("/companies");
  await small.getByRole("checkbox", { name: "Tout sélectionner sur cette page" }).check();
  await small.getByRole("button", { name: "Actions", exact: true }).click();
  await small.getByRole("menuitem", { name: "CSV (la sélection)" }).waitFor();
  await small.keyboard.press("Escape");
  await small.getByRole("button", { name: "Désélectionner" }).click();
  await small.getByRole("button", { name: "Vues et export" }).click();
  await small.getByRole("menuitem", { name: "CSV (toutes les lignes)" }).waitFor();
  await small.getByRole("menuitem", { name: "Vues" }).click();
  await small.getByRole("dialog", { name: "Vues" }).getByLabel("Nom de la vue").waitFor();
  await small.context().close();
});

test("who follows a case stayed grey for ever for readers who are told of nobody", async () => {
  const page = await as("conseil1");
  await page.route("**/api/staff", (route) => route.fulfill({ json: [] }));
  const rows = (await (await page.request.get(`${url}/api/seeker-journeys?range=[0,99]`)).json()) as {
    id: string;
    assigneeId: string | null;
  }[];
  await page.goto(`/seeker-journeys/${rows.find(({ assigneeId }) => assigneeId !== null)?.id}`);
  await page.getByRole("complementary").getByText("Ancien membre de l’équipe").waitFor();
  await page.context().close();
});

test("a file is imported once its lines have been seen", async () => {
  const page = await as("admin");
  await page.goto("/settings/imports");
  await page.getByLabel("Ce que contient le fichier").click();
  await page.getByRole("option", { name: "Entreprises" }).click();
  const word = `Cordonnerie${Date.now()}`;
  const buffer = Buffer.from(`Raison sociale;SIRET\n${word} du Bourg;\nScierie du Pont;123\n`);
  await page.getByLabel("Fichier CSV").setInputFiles({ name: "club.csv", mimeType: "text/csv", buffer });
  await page.getByRole("row").filter({ hasText: "SIRET" }).waitFor();
  await page.getByRole("button", { name: "Importer 1 fiche" }).click();
  await page.getByRole("heading", { name: "C’est importé" }).waitFor();
  await page.goto(`/companies?filter=${encodeURIComponent(JSON.stringify({ q: `${word} bourg` }))}`);
  await page.getByRole("link", { name: `${word} du Bourg` }).waitFor();
  await page.context().close();
});

test("a stage and an action are added without JSON, tried on a dummy case, and reach the counsellor", async () => {
  const page = await as("admin");
  const number = Date.now();
  const [stage, action] = [`À relancer ${number}`, `Relancer plus tard ${number}`];
  await page.goto("/studio/referrals");
  await addTo(page, "Ajouter une étape", { title: stage });
  await addTo(page, "Ajouter une action", { title: action, from: "Envoyée", to: stage });
  await page.getByRole("tab", { name: "Différences" }).click();
  await page.getByText(`L’étape « ${stage} » est ajoutée`).waitFor();
  await page.getByRole("tab", { name: "Répéter" }).click();
  await page.getByRole("button", { name: "Répéter sur les dossiers en cours" }).click();
  await page.getByText(/dossiers en cours peuvent suivre ce brouillon/).waitFor();
  await page.getByRole("button", { name: "Publier" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Publier malgré les remarques").check();
  await dialog.getByLabel("Ils passent à cette version").check();
  await dialog.getByLabel(/Envoyée/).waitFor();
  await dialog.getByRole("button", { name: "Publier" }).click();
  await page.getByText("elle est en service").waitFor();
  await page.context().close();

  const counsellor = await as("conseil1");
  const query = new URLSearchParams({ filter: '{"stage":"sent"}', range: "[0,0]" });
  const [sent] = (await (await counsellor.request.get(`${url}/api/referrals?${query}`)).json()) as { id: string }[];
  await counsellor.goto(`/referrals/${sent?.id}`);
  await counsellor.getByRole("button", { name: action }).first().waitFor();
  await counsellor.context().close();
});

test("a dummy case goes its way on a clock of its own, and nothing of it is kept", async () => {
  const page = await as("admin");
  const count = async () =>
    (await page.request.get(`${url}/api/visits?range=[0,0]`)).headers()["content-range"]?.split("/")[1];
  const before = await count();
  await page.goto("/studio/visits");
  await page.getByRole("tab", { name: "Essayer" }).click();
  await page.getByLabel("Sans rendez-vous").check();
  await page.getByRole("button", { name: "Noter un passage" }).click();
  await page.getByRole("button", { name: "Recevoir" }).click();
  await page.getByRole("listitem").filter({ hasText: "Recevoir" }).filter({ hasText: "En entretien" }).waitFor();
  expect(await count()).toBe(before);
  await page.context().close();
});

test("an elected official reads figures without names, small ones masked", async () => {
  const page = await as("elu");
  await page.goto("/reports/placements");
  await page.getByRole("heading", { level: 1, name: /^144 placements/ }).waitFor();
  await page.getByRole("cell", { name: "masqué" }).first().waitFor();
  expect(await page.getByRole("table").getByRole("link").count()).toBe(0);
  await page.getByText("pour que personne ne soit reconnu").waitFor();
  await page.context().close();
});

test("an elected official was offered a search that can find nothing", async () => {
  for (const [account, searches] of [
    ["elu", 0],
    ["partenaire", 1],
  ] as const) {
    const page = await as(account);
    await page.goto("/");
    await page.getByRole("button", { name: /^Mon menu/ }).waitFor();
    expect(await page.locator('[aria-keyshortcuts="Control+K"]').count(), account).toBe(searches);
    await page.context().close();
  }
});

test("a list that finds nobody by a name written otherwise said so and left it at that", async () => {
  const page = await as("conseil1");
  const headers = { Origin: url };
  const data = { firstName: "Ela", lastName: `Zywek ${Date.now()}` };
  const made = await page.request.post(`${url}/api/seekers`, { data, headers });
  const { id } = (await made.json()) as { readonly id: string };
  await page.goto(`/seekers?filter=${encodeURIComponent(JSON.stringify({ q: "Zywieck" }))}`);
  await page.getByRole("button", { name: "Chercher les noms proches" }).click();
  await page.locator(`a[href="/seekers/${id}"]`).waitFor();
  await page.context().close();
});

for (const [name, viewport] of Object.entries({ desk, phone })) {
  test(`no page of the administrator has a grave fault of accessibility or scrolls sideways (${name})`, async () => {
    const page = await as("admin", viewport);
    const broken: string[] = [];
    page.on("pageerror", (error) => broken.push(error.message));
    const settings = ["users", "record-types", "record-types/seekers", "audit", "imports", "tokens", "account"];
    for (const place of ["/studio", "/studio/visits", ...settings.map((part) => `/settings/${part}`)]) {
      await page.goto(place);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      expect(await graveFaults(page), place).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(sideways, place).toBeLessThanOrEqual(0);
      expect(await page.getByText("Cette page s’est interrompue").count(), place).toBe(0);
    }
    expect(broken).toEqual([]);
    await page.context().close();
  });
}

interface Addition {
  readonly title: string;
  readonly from?: string;
  readonly to?: string;
}

async function addTo(page: Page, button: string, { title, from, to }: Addition): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  const dialog = page.getByRole("dialog", { name: button });
  await dialog.getByLabel("Nom en français").fill(title);
  if (from) await dialog.getByRole("checkbox", { name: from }).check();
  if (to) await dialog.getByLabel("Mène à").selectOption({ label: to });
  await dialog.getByRole("button", { name: button }).click();
  await dialog.waitFor({ state: "hidden" });
}
