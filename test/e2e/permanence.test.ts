import { describe, expect, test } from "vitest";
import { desk, phone } from "../support/browser.ts";
import { openTown } from "./open-town.ts";

const { as, url } = openTown();

const reception = (viewport = desk) => as("accueil", viewport);

describe("the front desk", () => {
  test("takes in a walk-in from anywhere by the keyboard, and moves them on in one tap each", async () => {
    const page = await reception();
    const name = `Madame Lheureux ${Date.now()}`;
    await page.goto("/seekers");
    await page.getByRole("button", { name: "Nouveau" }).click();
    await page.getByRole("menuitem", { name: "Passage" }).click();
    await page.getByLabel("Qui se présente ?").and(page.locator(":focus")).waitFor();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: `Recevoir : ${name}` }).click();
    await page.getByRole("button", { name: `Terminer : ${name}` }).click();
    await page.getByRole("region", { name: "Passés" }).getByRole("link", { name }).waitFor();
    await page.context().close();
  });

  test("notes someone anonymous on a phone, and takes a mistake back", async () => {
    const page = await reception(phone);
    await page.goto("/permanence");
    const [noted] = await Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith("/api/visits") && answer.status() === 201),
      page.getByRole("button", { name: "Mettre en attente" }).click(),
    ]);
    const { id } = (await noted.json()) as { id: string };
    const line = page.getByRole("listitem").filter({ has: page.locator(`a[href$="${id}"]`) });
    await line.getByRole("button", { name: "Recevoir : Anonyme" }).click();
    await line.getByRole("button", { name: "Terminer : Anonyme" }).waitFor();
    await line.getByRole("button", { name: "Autres actions : Anonyme" }).click();
    await page.getByRole("menuitem", { name: "Revenir sur « Recevoir »" }).click();
    await page.getByText("Revenir sur « Recevoir » : c’est enregistré").waitFor();
    await page.getByRole("region", { name: "En attente" }).locator(`a[href$="${id}"]`).waitFor();
    await page.context().close();
  });

  test("books a slot of a session to come, and takes the sheet of its week", async () => {
    const page = await reception();
    const name = `Monsieur Tardif ${Date.now()}`;
    const answer = await page.request.get(
      `${url}/api/permanences?sort=["date","DESC"]&range=[0,0]&filter=${encodeURIComponent("{}")}`,
    );
    const [session] = (await answer.json()) as { date: string }[];
    await page.goto(`/permanence?day=${session?.date}`);
    await page
      .getByRole("button", { name: /^Réserver \d/ })
      .last()
      .click();
    await page.locator("input:focus").waitFor();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await page.getByRole("list", { name: "Créneaux" }).getByRole("link", { name }).waitFor();
    await page.getByRole("button", { name: "Feuille de la semaine" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "Imprimer (PDF)" }).click();
    expect((await download).suggestedFilename()).toMatch(/^permanence-\d{4}-\d\d-\d\d\.pdf$/);
    await page.context().close();
  });

  test("pressed a button whose last answer was lost, after the step had been taken back, and it answered as before", async () => {
    const page = await reception();
    const headers = { Origin: url };
    const visitorName = `Madame Retour ${Date.now()}`;
    const made = await page.request.post(`${url}/api/visits`, { data: { visitorName, walkIn: true }, headers });
    const { id } = (await made.json()) as { id: string };
    await page.goto("/permanence");
    const call = page.getByRole("button", { name: `Recevoir : ${visitorName}` });
    await page.route(`**/api/visits/${id}/events`, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await call.click();
    await page.getByText("Le serveur ne répond pas").waitFor();
    await page.unrouteAll();
    await page.getByRole("button", { name: `Terminer : ${visitorName}` }).waitFor();
    const undone = await page.request.post(`${url}/api/visits/${id}/events`, { data: { type: "undo" }, headers });
    expect(undone.status()).toBe(200);
    await call.click();
    await page.getByRole("button", { name: `Terminer : ${visitorName}` }).waitFor();
    const visit = (await (await page.request.get(`${url}/api/visits/${id}`)).json()) as { stage: string };
    expect(visit.stage).toBe("with-advisor");
    await page.context().close();
  });

  test("opened the refusal of a file as JSON; it is told in the page", async () => {
    const page = await reception();
    await page.goto("/permanence");
    await page.getByRole("button", { name: "Feuille de la semaine" }).click();
    await page.context().clearCookies();
    await page.getByRole("menuitem", { name: "Imprimer (PDF)" }).click();
    await page.getByRole("dialog").getByText("Votre session a pris fin").waitFor();
    expect(new URL(page.url()).pathname).toBe("/permanence");
    await page.context().close();
  });
});
