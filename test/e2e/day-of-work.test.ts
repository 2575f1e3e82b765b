import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { graveFaults } from "../support/axe.ts";
import { desk, phone } from "../support/browser.ts";
import { openTown } from "./open-town.ts";

const { as, browser, url } = openTown();

const advisor = (viewport = desk) => as("conseil1", viewport);

/** A case of the sample town, by what a list finds. */
async function firstOf(page: Page, type: string, filter: object): Promise<{ id: string; displayName: string }> {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), range: "[0,0]", sort: '["stageSince","ASC"]' });
  const answer = await page.request.get(`${url}/api/${type}?${query}`);
  const [found] = (await answer.json()) as { id: string; displayName: string }[];
  if (!found) throw new Error(`The sample town has no ${type} for ${JSON.stringify(filter)}.`);
  return found;
}

describe("a counsellor", () => {
  test("signs in through the page and finds the day's work", async () => {
    const context = await browser().newContext({ baseURL: url, locale: "fr-FR" });
    const page = await context.newPage();
    await page.goto("/seekers");
    await page.getByLabel("Adresse e-mail").fill("conseil2@trelaze.test");
    await page.locator("input[type=password]").fill("passerelle");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.getByRole("heading", { level: 1, name: "Demandeurs" }).waitFor();
    await page.getByRole("link", { name: "Ma journée" }).click();
    await page.getByRole("heading", { level: 1, name: "Ma journée" }).waitFor();
    await page.getByRole("heading", { level: 2, name: /Tâches/ }).waitFor();
    await context.close();
  });

  test("receives a jobseeker, and finds her again by a word without accents", async () => {
    const page = await advisor();
    await page.goto("/seekers/create");
    await page.getByLabel("Prénom").fill("Zoé");
    await page.getByLabel("Nom de naissance").fill("Épreuvier");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByRole("heading", { level: 1, name: "Zoé Épreuvier" }).waitFor();
    await page.goto(`/seekers?filter=${encodeURIComponent(JSON.stringify({ q: "epreuv" }))}`);
    await page.getByRole("link", { name: "Zoé Épreuvier" }).first().waitFor();
    await page.context().close();
  });

  test("moves a case by its next step, with its form, and reads it in the history", async () => {
    const page = await advisor();
    const journey = await firstOf(page, "seeker-journeys", { stage: "reception" });
    await page.goto(`/seeker-journeys/${journey.id}`);
    await page.getByRole("heading", { level: 1, name: journey.displayName }).waitFor();
    await page.getByRole("button", { name: "Commencer le diagnostic" }).click();
    await page
      .getByRole("region", { name: "Commencer le diagnostic" })
      .getByRole("button", { name: "Commencer le diagnostic" })
      .click();
    await page.getByRole("listitem").and(page.locator('[aria-current="step"]')).getByText("Diagnostic").waitFor();
    await page.getByRole("tab", { name: "Historique" }).click();
    await page.getByRole("tabpanel").getByText("Commencer le diagnostic").first().waitFor();
    await page.context().close();
  });

  test("is told why a step is blocked, as its description", async () => {
    const page = await advisor();
    const journey = await firstOf(page, "seeker-journeys", { stage: "coaching.searching" });
    await page.goto(`/seeker-journeys/${journey.id}`);
    const blocked = page.getByRole("button", { name: "Passer en emploi" });
    await blocked.waitFor();
    await expect.poll(() => blocked.isDisabled()).toBe(true);
    await blocked.focus();
    expect(await blocked.evaluate((button) => button === document.activeElement)).toBe(true);
    const reason = await blocked.evaluate(
      (button) => document.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent,
    );
    expect(reason).toContain("placement");
    await page.context().close();
  });

  test("moves a card of the board by its menu", async () => {
    const page = await advisor();
    const { displayName } = await firstOf(page, "company-recruitments", { stage: "published" });
    await page.goto("/board/company-recruitments");
    await page.getByRole("button", { name: `Déplacer vers… ${displayName}` }).click();
    await page.getByRole("menuitem", { name: /Présélection/ }).click();
    await page.getByText("c’est enregistré").waitFor();
    await page.getByRole("region", { name: "Présélection" }).getByRole("link", { name: displayName }).waitFor();
    await page.context().close();
  });

  test("reads 144 placements over the last 18 months and the records behind a figure", async () => {
    const page = await advisor();
    await page.goto("/reports/placements");
    await page.getByRole("heading", { level: 1, name: "144 placements en 18 mois" }).waitFor();
    const contracts = page.getByRole("table", { name: "Type de contrat" });
    const figure = contracts.getByRole("row").filter({ hasText: "CDI" }).first().getByRole("link").first();
    const counted = await figure.textContent();
    await figure.click();
    await page.getByRole("heading", { level: 1, name: "Placements", exact: true }).waitFor();
    await page
      .getByText(new RegExp(`^${counted} `))
      .first()
      .waitFor();
    await page.context().close();
  });
});

describe("at every place, at a desk and on a phone", () => {
  const places = [
    "/",
    "/seekers",
    "/seeker-journeys",
    "/permanence",
    "/board/applications",
    "/reports",
    "/reports/placements",
    "/companies/create",
  ];
  for (const [name, viewport] of Object.entries({ desk, phone })) {
    test(`no grave fault of accessibility, no sideways scroll, nothing in the console (${name})`, async () => {
      const page = await advisor(viewport);
      const complaints: string[] = [];
      page.on("console", (message) => (message.type() === "error" ? complaints.push(message.text()) : undefined));
      page.on("pageerror", (error) => complaints.push(error.message));
      for (const place of places) {
        await page.goto(place);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.waitForLoadState("networkidle");
        expect(await graveFaults(page), place).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          place,
        ).toBeLessThanOrEqual(0);
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  }
});
