import { describe, expect, test } from "vitest";
import { signedInPage } from "../support/browser.ts";
import { openTown } from "./open-town.ts";
import { openWorkshop } from "./workshop.ts";

const { as, browser, url } = openTown();

describe("an account", () => {
  test("of an administrator who is alone in an empty office was not told where to begin", async () => {
    await using workshop = await openWorkshop("test/support/library-office");
    const page = await signedInPage(browser(), workshop.signIn);
    await page.goto("/");
    const steps = page.getByRole("region", { name: "Pour commencer" });
    await steps.getByRole("link", { name: "Inviter vos collègues" }).click();
    await page.getByRole("button", { name: "Inviter une personne" }).waitFor();
    await page.context().close();
  });

  test("was disabled while its open cases stayed in its name, and nobody said so", async () => {
    const admin = await as("admin");
    const headers = { Origin: url };
    const name = `Lise Partie ${Date.now()}`;
    const invited = await admin.request.post(`${url}/api/users`, {
      data: { name, email: `lise${Date.now()}@trelaze.test`, roles: ["advisor"] },
      headers,
    });
    const { id } = (await invited.json()) as { readonly id: string };
    const task = { title: "Rappeler", assigneeId: id, dueOn: "2199-01-01" };
    expect((await admin.request.post(`${url}/api/tasks`, { data: task, headers })).status()).toBe(201);
    await admin.goto("/settings/users");
    await admin.getByRole("button", { name }).click();
    await admin.getByLabel("Ne peut plus se connecter").check();
    await admin.getByRole("button", { name: "Enregistrer" }).click();
    const dialog = admin.getByRole("dialog", { name: `Confier les dossiers de ${name}` });
    await dialog.getByText("mais 1 dossier ou tâche reste à son nom").waitFor();
    await admin.context().close();
  });

  test("was about to be left for somebody else’s, by the link of an invitation, without a word", async () => {
    const advisor = await as("conseil1");
    const admin = await as("admin");
    const invited = await admin.request.post(`${url}/api/users`, {
      data: { name: "Paul Nouveau", email: `paul${Date.now()}@trelaze.test`, roles: ["reception"] },
      headers: { Origin: url },
    });
    const { link } = (await invited.json()) as { readonly link: string };
    await admin.context().close();
    await advisor.goto(`/login${new URL(link).search}`);
    await advisor.getByText("est en session dans ce navigateur").waitFor();
    await advisor.context().close();
  });

  test("of a partner says which partner, is opened by its link, and changes its own password", async () => {
    const admin = await as("admin");
    const email = `paule${Date.now()}@partenaire.test`;
    await admin.goto("/settings/users");
    await admin.getByRole("button", { name: "Inviter une personne" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByLabel("Nom").first().fill("Paule Nord");
    await dialog.getByLabel("Adresse e-mail").fill(email);
    expect(await dialog.getByLabel("Partenaire", { exact: true }).count()).toBe(0);
    await dialog.getByLabel("Organisme partenaire").check();
    await dialog.getByRole("combobox", { name: /^Partenaire/ }).fill("mission");
    await admin.getByRole("option").first().click();
    await dialog.getByRole("button", { name: "Envoyer l’invitation" }).click();
    const link = await dialog.getByRole("textbox", { name: "Lien à usage unique" }).inputValue();
    await admin.context().close();

    const context = await browser().newContext({ baseURL: url, locale: "fr-FR", timezoneId: "Europe/Paris" });
    const page = await context.newPage();
    await page.goto(link);
    await page.locator("input[type=password]").first().fill("un premier mot de passe");
    await page.getByRole("button").last().click();
    await page.getByRole("link", { name: "Orientations" }).first().waitFor();
    await page.goto(new URL("/settings/account", page.url()).href);
    await page.getByLabel(/^Mot de passe actuel/).fill("un premier mot de passe");
    await page.getByLabel(/^Nouveau mot de passe/).fill("un second mot de passe");
    await page.getByRole("button", { name: "Changer le mot de passe" }).click();
    await page.getByText("Votre mot de passe est changé").waitFor();
    const signIn = (password: string) =>
      context.request.post(`${url}/api/auth/login`, {
        data: { email, password },
        headers: { Origin: url },
      });
    expect((await signIn("un premier mot de passe")).status()).toBe(401);
    await page.goto(link);
    await page.getByRole("heading", { name: "Ce lien ne sert plus" }).waitFor();
    await page.getByRole("link", { name: "Mot de passe oublié" }).waitFor();
    expect((await signIn("un second mot de passe")).status()).toBe(200);
    await context.close();
  });
});
