import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { graveFaults } from "../support/axe.ts";
import { openTown } from "./open-town.ts";

const { as, url } = openTown();

/** Adds something to the draft through its form. */
async function add(page: Page, what: string, fill: (form: Locator) => Promise<unknown>): Promise<void> {
  await page.getByRole("button", { name: what, exact: true }).click();
  const form = page.getByRole("dialog");
  await form.waitFor();
  await fill(form);
  await form.getByRole("button", { name: what }).click();
  await form.waitFor({ state: "hidden" });
}

async function create(page: Page, name: string): Promise<void> {
  await page.goto("/studio");
  await page.getByRole("button", { name: "Nouveau type de dossier" }).click();
  await page.getByLabel("Nom").fill(name);
  await page.getByRole("button", { name: "Créer" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

test("a workflow with a form, a rule and a deadline could not be made without writing JSON", async () => {
  const page = await as("admin");
  await create(page, "Prêts d’outils");
  await page.getByRole("button", { name: "Ajouter une règle" }).click();
  await page.getByText("ajoutez d’abord un champ").waitFor();
  await page.keyboard.press("Escape");
  await add(page, "Ajouter une étape", (form) => form.getByLabel("Nom en français").fill("Prêté"));
  await add(page, "Ajouter une action", async (form) => {
    await form.getByLabel("Nom en français").fill("Prêter");
    expect(await form.getByLabel("Clos", { exact: true }).count()).toBe(0);
    await form.getByLabel("Ouvert").check();
    await form.getByLabel("Mène à").selectOption({ label: "Prêté" });
  });
  await add(page, "Ajouter un champ", async (form) => {
    await form.getByLabel("Nom en français").fill("Outil");
    await form.getByLabel("La création du dossier").check();
  });
  await add(page, "Ajouter un champ", async (form) => {
    await form.getByLabel("Nom en français").fill("Caution");
    await form.getByLabel("Prêter").check();
  });
  await add(page, "Ajouter une règle", async (form) => {
    await form.getByLabel("Prêter").check();
    await form.getByLabel("Jusqu’à ce que soit rempli").selectOption({ label: "Outil" });
    await form.getByLabel("Ce qu’elle dit, en français").fill("Dites quel outil.");
  });
  await add(page, "Ajouter une échéance", async (form) => {
    await form.getByLabel("Prêté").check();
    await form.getByLabel("Après combien de temps").fill("14");
    await form.getByLabel(/Une tâche est créée/).check();
    await form.getByLabel("Ce qu’il y a à faire, en français").fill("Relancer");
    expect(await graveFaults(page)).toEqual([]);
  });
  await page.getByRole("tab", { name: "Différences" }).click();
  await page.getByText("Tout est nouveau").waitFor();
  await page.getByRole("tab", { name: "Versions" }).click();
  await page.getByText("Aucune version publiée").waitFor();
  await page.getByRole("button", { name: "Publier" }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByText("Aucune erreur")
    .or(dialog.getByLabel(/Publier malgré/))
    .first()
    .waitFor();
  const accept = dialog.getByLabel(/Publier malgré/);
  if (await accept.isVisible()) await accept.check();
  await dialog.getByRole("button", { name: "Publier" }).click();
  await page.getByText("elle est en service").waitFor();

  await page.goto("/prets-d-outils/create");
  await page.getByRole("heading", { level: 1, name: "Nouveau : Prêts d’outils" }).waitFor();
  await page.getByRole("button", { name: "Nouveau : Prêts d’outils" }).click();
  await page.getByText("Dites quel outil.").waitFor();
  await page.goto("/prets-d-outils/create");
  await page.getByLabel("Outil").fill("Perceuse");
  await page.getByRole("button", { name: "Nouveau : Prêts d’outils" }).click();
  await page.getByRole("heading", { level: 1, name: "Perceuse" }).waitFor();
  await page.getByRole("button", { name: "Prêter", exact: true }).click();
  await page.getByLabel("Caution").fill("50 €");
  await page.getByRole("button", { name: "Prêter", exact: true }).last().click();
  const id = page.url().split("/").at(-1)?.split("?")[0];
  const read = async (path: string) => (await page.request.get(`${url}/api/prets-d-outils/${id}${path}`)).json();
  await expect.poll(() => read("")).toMatchObject({ stage: "prete", outil: "Perceuse", caution: "50 €" });
  expect(await read("/timers")).toHaveLength(1);
  await page.context().close();
});

test("what was just changed in the studio could not be taken back, nor a type of cases that was never published", async () => {
  const page = await as("admin");
  await create(page, "Erreur de saisie");
  await add(page, "Ajouter une étape", (form) => form.getByLabel("Nom en français").fill("De trop"));
  const undo = page.getByRole("button", { name: "Annuler mes modifications" });
  await undo.click();
  await page.getByRole("dialog").getByRole("button", { name: "Annuler mes modifications" }).click();
  await undo.waitFor({ state: "hidden" });
  expect(await page.getByText("De trop").count()).toBe(0);
  await page.getByRole("button", { name: "Supprimer" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Supprimer" }).click();
  await page.getByRole("heading", { level: 1, name: "Studio" }).waitFor();
  await page.getByText("Erreur de saisie").waitFor({ state: "hidden" });
  expect((await page.request.get(`${url}/api/workflows/erreur-de-saisie/draft`)).status()).toBe(404);
  await page.context().close();
});
