import { describe, expect, test } from "vitest";
import { desk, phone } from "../support/browser.ts";
import { openTown } from "./open-town.ts";

const { as, url } = openTown();

const reception = (viewport = desk) => as("accueil", viewport);

describe("the front desk", () => {
  test("takes in a walk-in from anywhere by the keyboard, and moves them on in one tap each", async () => {
    const page = await reception();
    await page.goto("/seekers");
    await page.getByRole("button", { name: "Nouveau" }).click();
    await page.getByRole("menuitem", { name: "Passage" }).click();
    await page.getByLabel("Qui se présente ?").and(page.locator(":focus")).waitFor();
    await page.keyboard.type("Madame Lheureux");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Recevoir : Madame Lheureux" }).click();
    await page.getByRole("button", { name: "Terminer : Madame Lheureux" }).click();
    await page.getByRole("region", { name: "Passés" }).getByRole("link", { name: "Madame Lheureux" }).waitFor();
    await page.context().close();
  });

  test("notes someone anonymous on a phone, and takes a mistake back", async () => {
    const page = await reception(phone);
    await page.goto("/permanence");
    const waiting = page.getByRole("region", { name: "En attente" }).getByRole("link", { name: "Anonyme" });
    await page.getByRole("button", { name: "Mettre en attente" }).click();
    await waiting.first().waitFor();
    const before = await waiting.count();
    await page.getByRole("button", { name: "Recevoir : Anonyme" }).last().click();
    await page.getByRole("button", { name: "Terminer : Anonyme" }).waitFor();
    await page.getByRole("button", { name: "Autres actions : Anonyme" }).last().click();
    await page.getByRole("menuitem", { name: "Revenir sur « Recevoir »" }).click();
    await page.getByText("Revenir sur « Recevoir » : c’est enregistré").waitFor();
    await expect.poll(() => waiting.count()).toBe(before);
    await page.context().close();
  });

  test("books a slot of a session to come, and takes the sheet of its week", async () => {
    const page = await reception();
    const answer = await page.request.get(
      `${url}/api/permanences?sort=["date","DESC"]&range=[0,0]&filter=${encodeURIComponent("{}")}`,
    );
    const [session] = (await answer.json()) as { date: string }[];
    await page.goto(`/permanence?day=${session?.date}`);
    await page.getByRole("button", { name: "Réserver 11:30" }).click();
    await page.keyboard.type("Monsieur Tardif");
    await page.keyboard.press("Enter");
    await page.getByRole("list", { name: "Créneaux" }).getByRole("link", { name: "Monsieur Tardif" }).waitFor();
    await page.getByRole("button", { name: "Feuille de la semaine" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "Imprimer (PDF)" }).click();
    expect((await download).suggestedFilename()).toMatch(/^permanence-\d{4}-\d\d-\d\d\.pdf$/);
    await page.context().close();
  });
});
