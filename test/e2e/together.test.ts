import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openTown } from "./open-town.ts";

const { as, url } = openTown();

const advisor = (who: 1 | 2 = 1) => as(`conseil${who}`);

async function lastOf(page: Page, type: string, filter: object): Promise<{ id: string; displayName: string }> {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), range: "[0,0]", sort: '["stageSince","DESC"]' });
  const [found] = (await (await page.request.get(`${url}/api/${type}?${query}`)).json()) as {
    id: string;
    displayName: string;
  }[];
  if (!found) throw new Error(`The sample town has no ${type} for ${JSON.stringify(filter)}.`);
  return found;
}

describe("two counsellors", () => {
  test("who move one case at once: the second is told who did what, and applies the form again", async () => {
    const [first, second] = [await advisor(1), await advisor(2)];
    const { id } = await lastOf(first, "seeker-journeys", { stage: "reception" });
    await first.goto(`/seeker-journeys/${id}`);
    await first.getByRole("button", { name: "Suspendre" }).click();
    const form = first.getByRole("region", { name: "Suspendre" });
    await form.getByLabel("Motif de suspension").selectOption({ index: 1 });
    const moved = await second.request.post(`${url}/api/seeker-journeys/${id}/events`, {
      data: { type: "START_DIAGNOSIS", payload: {} },
      headers: { Origin: url },
    });
    expect(moved.status()).toBe(200);
    await form.getByRole("button", { name: "Suspendre" }).click();
    const notice = form.getByRole("alert").filter({ hasText: "Malik Ferrand" });
    await notice.getByText("Commencer le diagnostic").waitFor();
    await notice.getByRole("button", { name: "Appliquer quand même ma saisie" }).click();
    await first.getByText("Suspendre : c’est enregistré").waitFor();
    await Promise.all([first.context().close(), second.context().close()]);
  });

  test("who edit one record at once: the second is told who changed what, and applies the form again; other fields stay", async () => {
    const [first, second] = [await advisor(1), await advisor(2)];
    const headers = { Origin: url };
    const made = await first.request.post(`${url}/api/seekers`, {
      data: { firstName: "Odette", lastName: "Bellanger", notes: "Au début" },
      headers,
    });
    const path = `/seekers/${(await made.json()).id}`;
    const byTheOther = async (data: object) =>
      expect((await second.request.put(`${url}/api${path}`, { data, headers })).status()).toBe(200);
    await first.goto(path);
    await first.getByRole("button", { name: "Modifier" }).click();
    const notes = first.getByRole("textbox", { name: /^Notes/ });
    await notes.fill("Ma saisie");
    await byTheOther({ notes: "Celle de Malik", phone: "+33612345678" });
    await first.getByRole("button", { name: "Enregistrer" }).click();
    const notice = first.getByRole("alert").filter({ hasText: "Malik Ferrand" });
    await notice.getByText("Celle de Malik").waitFor();
    expect(await notes.inputValue()).toBe("Ma saisie");
    await notice.getByRole("button", { name: "Appliquer quand même ma saisie" }).click();
    await first.getByText("Enregistré", { exact: true }).waitFor();

    await first.getByRole("button", { name: "Modifier" }).click();
    await notes.fill("La suite");
    await byTheOther({ phone: "+33687654321" });
    await first.getByRole("button", { name: "Enregistrer" }).click();
    await notes.waitFor({ state: "hidden" });
    const kept = await (await first.request.get(`${url}/api${path}`)).json();
    expect(kept).toMatchObject({ notes: "La suite", phone: "+33687654321" });
    await Promise.all([first.context().close(), second.context().close()]);
  });
});

describe("on a case", () => {
  test("what was typed outlives the session: the password is asked again over the page", async () => {
    const page = await advisor();
    const { id } = await lastOf(page, "seeker-journeys", { stage: "coaching.searching" });
    await page.goto(`/seeker-journeys/${id}`);
    await page.getByRole("tab", { name: "Échanges" }).click();
    await page.getByRole("button", { name: "Noter un échange" }).click();
    const note = page.getByRole("region", { name: "Noter un échange" });
    await note.getByLabel("Moyen").selectOption("phone");
    await note.getByRole("textbox", { name: /^Échange/ }).fill("Dit pendant que la session finissait.");
    await page.context().clearCookies();
    await note.getByRole("button", { name: "Enregistrer" }).click();

    const again = page.getByRole("dialog", { name: "Votre session a pris fin" });
    await again.getByLabel("Mot de passe").fill("passerelle");
    await again.getByRole("button", { name: "Se connecter", exact: true }).click();
    await again.waitFor({ state: "hidden" });
    await note.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByRole("list", { name: "Échanges" }).getByText("Dit pendant que la session finissait.").waitFor();
    await page.context().close();
  });

  test("hiring begins with the contract and the day that the offer says", async () => {
    const page = await advisor();
    const { id } = await lastOf(page, "applications", { stage: "shortlisted" });
    const read = async (path: string) => await (await page.request.get(`${url}${path}`)).json();
    const { recruitmentId } = await read(`/api/applications/${id}`);
    const { contractType } = await read(`/api/company-recruitments/${recruitmentId}`);
    await page.goto(`/applications/${id}`);
    await page.getByRole("button", { name: "Recruter" }).click();
    const contract = page.getByRole("region", { name: "Recruter" }).getByLabel("Contrat", { exact: true });
    await expect.poll(() => contract.inputValue()).toBe(contractType);
    await page.context().close();
  });

  test("a contact is noted and a document joined in place", async () => {
    const page = await advisor();
    const { id } = await lastOf(page, "seeker-journeys", { stage: "coaching.searching" });
    await page.goto(`/seeker-journeys/${id}`);
    await page.getByRole("tab", { name: "Échanges" }).click();
    await page.getByRole("button", { name: "Noter un échange" }).click();
    await page.getByLabel("Moyen").selectOption("phone");
    await page.getByRole("textbox", { name: /^Échange/ }).fill("Disponible dès lundi.");
    await page.getByRole("region", { name: "Noter un échange" }).getByRole("button", { name: "Enregistrer" }).click();
    await page.getByRole("list", { name: "Échanges" }).getByText("Disponible dès lundi.").waitFor();

    await page.getByRole("tab", { name: "Documents" }).click();
    await page.getByRole("button", { name: "Ajouter un document" }).click();
    await page.getByLabel("Intitulé").fill("CV à jour");
    const pdf = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF");
    const cv = { name: "cv.pdf", mimeType: "application/pdf", buffer: pdf };
    await page.locator("input[type=file]").setInputFiles(cv);
    await page.getByRole("link", { name: "cv.pdf" }).waitFor();
    await page
      .getByRole("region", { name: "Ajouter un document" })
      .getByRole("button", { name: "Enregistrer" })
      .click();
    const link = page.getByRole("list", { name: "Documents" }).getByRole("link", { name: "cv.pdf" });
    const kept = await page.request.get(`${url}${await link.getAttribute("href")}`);
    expect(await kept.body()).toEqual(pdf);
    await page.context().close();
  });
});

describe("on a board", () => {
  test("a whole column is given to somebody, and the screen tells how many", async () => {
    const page = await advisor();
    await page.goto("/board/company-recruitments");
    await page.getByRole("button", { name: "Entretiens : Agir sur toute la colonne…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Confier à").selectOption({ label: "Nadège Thévenin" });
    await dialog.getByRole("button", { name: "Confier", exact: true }).click();
    await dialog.getByText(/C’est fait pour \d+ fiches?/).waitFor();
    await dialog.getByRole("button", { name: "Fermer" }).click();
    await page.context().close();
  });
});
