import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { graveFaults } from "../support/axe.ts";
import { desk, phone } from "../support/browser.ts";
import { openLibrary } from "./open-library.ts";

const library = openLibrary();

interface Definition {
  readonly machine: { readonly states: { readonly [name: string]: object } };
}

/** A workflow of its own for each test: tools are out, then back; whoever keeps them for two weeks is reminded. */
async function tools(id: string): Promise<Definition> {
  const machine = {
    initial: "out",
    states: {
      out: {
        meta: { title: { fr: "Sorti", en: "Out" } },
        after: { P14D: { actions: { type: "task", params: { title: "Call" } } } },
        on: { BRING: { target: "back", meta: { title: { fr: "Rendre", en: "Bring back" } } } },
      },
      back: { type: "final", meta: { title: { fr: "Rendu", en: "Back" } } },
    },
  };
  const definition = { id, title: { fr: "Outils", en: "Tools" }, machine };
  expect((await library.call("/api/workflows", { method: "POST", body: definition })).status).toBe(201);
  await publish(id);
  for (const _ of [1, 2, 3]) expect((await library.call(`/api/${id}`, { method: "POST", body: {} })).status).toBe(201);
  return definition;
}

async function publish(id: string): Promise<void> {
  const published = await library.call(`/api/workflows/${id}/publish`, { method: "POST", body: { acknowledge: true } });
  expect(published.status).toBe(200);
}

async function draft(id: string, definition: object): Promise<void> {
  expect((await library.call(`/api/workflows/${id}/draft`, { method: "PUT", body: definition })).status).toBe(200);
}

/** The first stage bears another name, and reminds sooner. */
function renamed({ machine, ...rest }: Definition): object {
  const { out, ...others } = machine.states;
  const sooner = { ...out, after: { P7D: { actions: { type: "task", params: { title: "Call" } } } } };
  return { ...rest, machine: { ...machine, initial: "away", states: { away: sooner, ...others } } };
}

/** Waits until the dialog has said what it knows, and accepts its remarks. */
async function accepted(dialog: Locator): Promise<Locator> {
  await dialog.getByText(/Aucune erreur|\d remarque/).waitFor();
  const accept = dialog.getByLabel("Publier malgré les remarques");
  if (await accept.isVisible()) await accept.check();
  return dialog;
}

async function openPublishing(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Publier" }).click();
  return accepted(page.getByRole("dialog"));
}

test("a publication did not say how many cases it concerns, nor what becomes of their timers", async () => {
  await draft("tools", renamed(await tools("tools")));
  for (const viewport of [phone, desk]) {
    const page = await library.page(viewport);
    await page.goto("/studio/tools");
    const dialog = await openPublishing(page);
    await dialog.getByText("Les 3 dossiers en cours restent sur leur version").waitFor();
    const link = await dialog.getByRole("link", { name: "Voir ces dossiers" }).getAttribute("href");
    expect(decodeURIComponent(link ?? "")).toBe('/tools?filter={"status":"active"}');
    await dialog.getByLabel("Ils passent à cette version").check();
    await expect.poll(() => dialog.getByLabel("Sorti (3 dossiers) vont à").textContent()).toBe("Sorti");
    await dialog.getByLabel("Échéances comptées").click();
    await page.getByRole("option", { name: "depuis l’entrée dans l’étape" }).click();
    expect(await graveFaults(page)).toEqual([]);
    if (viewport === desk) {
      await dialog.getByRole("button", { name: "Publier" }).click();
      await page.getByText("3 dossiers y passent").waitFor();
    }
    await page.context().close();
  }
  const { body } = await library.call("/api/tools");
  expect(body).toMatchObject([1, 2, 3].map(() => ({ stage: "away", workflowVersion: 2 })));

  const page = await library.page();
  await page.goto("/studio/tools");
  await page.getByRole("tab", { name: "Versions" }).click();
  await page.getByRole("button", { name: "Revenir à cette version" }).click();
  const dialog = await accepted(page.getByRole("dialog", { name: "Revenir à la version 1 ?" }));
  await dialog.getByLabel("Ils passent à cette version").check();
  await dialog.getByRole("button", { name: "Publier" }).click();
  await page.getByText("3 dossiers y passent").waitFor();
  expect((await library.call("/api/tools")).body).toMatchObject([1, 2, 3].map(() => ({ stage: "out" })));
  await page.context().close();
});

test("what was changed in the studio was gone when the page was left", async () => {
  await tools("spades");
  const page = await library.page();
  await page.goto("/studio/spades");
  await page.getByRole("button", { name: "Ajouter une étape" }).click();
  await page.getByRole("dialog").getByLabel("Nom en français").fill("Perdu");
  await page.getByRole("dialog").getByRole("button", { name: "Ajouter une étape" }).click();
  await page.getByText("Modifications non enregistrées").waitFor();
  await page.getByRole("link", { name: "Paramètres" }).first().click();
  await page.getByRole("dialog", { name: "Quitter sans enregistrer ?" }).getByText("pas encore enregistré").waitFor();
  await page.getByRole("button", { name: "Annuler" }).click();
  await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
  await page.getByText("Brouillon enregistré.").waitFor();
  await page.getByRole("link", { name: "Paramètres" }).first().click();
  await page.waitForURL(/\/settings\//);

  await page.goto("/studio/spades");
  await page.getByRole("button", { name: "Abandonner le brouillon" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Abandonner le brouillon" }).click();
  await page.getByText("Brouillon", { exact: true }).waitFor({ state: "hidden" });
  expect((await library.call("/api/workflows/spades/draft")).status).toBe(404);
  await page.context().close();
});

test("what somebody published while another was writing was overwritten without a word", async () => {
  const definition = await tools("ladders");
  const page = await library.page();
  await page.goto("/studio/ladders");
  await page.getByRole("button", { name: "Ajouter une étape" }).click();
  await page.getByRole("dialog").getByLabel("Nom en français").fill("Perdu");
  await page.getByRole("dialog").getByRole("button", { name: "Ajouter une étape" }).click();
  await page.getByText("Modifications non enregistrées").waitFor();
  await draft("ladders", { ...definition, title: { fr: "Échelles", en: "Ladders" } });
  await publish("ladders");
  const dialog = await openPublishing(page);
  await dialog.getByRole("button", { name: "Publier" }).click();
  await dialog.getByText(/Quelqu’un a publié/).waitFor();
  await dialog.getByRole("button", { name: "Comparer" }).click();
  await page.getByText("« title » passe de « Échelles » à « Outils »").waitFor();
  await page.getByText("L’étape « Perdu » est ajoutée").waitFor();
  await page.context().close();
});

test("a type of records could not be taken back to an earlier version", async () => {
  const { body } = await library.call("/api/record-types/members");
  const { schema, ...rest } = body as { schema: { properties: object } };
  const more = { ...schema, properties: { ...schema.properties, shoe: { type: "integer", "x-title": "Pointure" } } };
  const put = await library.call("/api/record-types/members?basedOn=1&acknowledge=true", {
    method: "PUT",
    body: { ...rest, schema: more },
  });
  expect(put.status).toBe(200);
  const late = await library.call("/api/record-types/members?basedOn=1", { method: "PUT", body: { ...rest, schema } });
  expect(late).toMatchObject({ status: 409, body: { code: "published-in-between" } });
  const member = { firstName: "Anna", lastName: "Reader", cardUntil: "2199-01-01", shoe: 39 };
  expect((await library.call("/api/members", { method: "POST", body: member })).status).toBe(201);
  const page = await library.page();
  await page.goto("/studio/members");
  await page.getByRole("tab", { name: "Versions" }).click();
  await page.getByRole("button", { name: "Revenir à cette version" }).click();
  const dialog = page.getByRole("dialog", { name: "Revenir à la version 1 ?" });
  await dialog.getByText("« Pointure » n’a plus de place, et une fiche y contient quelque chose").waitFor();
  await accepted(dialog);
  await dialog.getByRole("button", { name: "Publier" }).click();
  await page.getByText("Version 3 publiée").first().waitFor();
  expect((await library.call("/api/record-types/members")).body).toEqual(body);
  await page.context().close();
});
