import { expect, test } from "vitest";
import { openTown } from "./open-town.ts";

const { as, url } = openTown();

test("an administrator sees a workflow as a diagram and in words", async () => {
  const page = await as("admin");
  await page.goto("/studio/placements");
  await page.getByRole("region", { name: "Diagramme" }).getByText("Démarré").waitFor();
  await page.getByText("Étapes et actions en toutes lettres").click();
  await page.getByText("Démarrer mène à Démarré").waitFor();
  await page.context().close();
});

test("a field added to a record type is in the form, the list filter and the export at once", async () => {
  const page = await as("admin");
  const definition = await (await page.request.get(`${url}/api/record-types/partners`)).json();
  definition.schema.properties.openingHours = {
    type: "string",
    "x-title": { fr: "Horaires d'ouverture", en: "Opening hours" },
    "x-index": true,
  };
  const published = await page.request.put(`${url}/api/record-types/partners`, {
    data: definition,
    headers: { Origin: url },
  });
  expect(published.status()).toBe(200);
  await page.goto("/partners/create");
  await page.getByLabel("Horaires d'ouverture").waitFor();
  const list = await page.request.get(
    `${url}/api/partners?filter=${encodeURIComponent('{"openingHours":"9h"}')}&range=[0,0]`,
  );
  expect(list.status()).toBe(200);
  const csv = await (await page.request.get(`${url}/api/partners?format=csv`)).text();
  expect(csv.split("\n")[0]).toContain("Horaires d'ouverture");
  await page.context().close();
});

test("a published version is in force at once, without a restart", async () => {
  const page = await as("admin");
  const number = Date.now();
  const title = `Prêts de vélos ${number}`;
  await page.goto("/studio");
  await page.getByRole("button", { name: "Nouveau type de dossier" }).click();
  await page.getByLabel("Nom").fill(title);
  await page.getByRole("button", { name: "Créer" }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.getByRole("button", { name: "Publier" }).click();
  const dialog = page.getByRole("dialog");
  const accept = dialog.getByLabel(/Publier malgré/);
  await dialog.getByRole("button", { name: "Publier" }).waitFor();
  if (await accept.isVisible()) await accept.check();
  await dialog.getByRole("button", { name: "Publier" }).click();
  await page.getByText("elle est en service").waitFor();
  const created = await page.request.post(`${url}/api/prets-de-velos-${number}`, {
    data: {},
    headers: { Origin: url },
  });
  expect(created.status()).toBe(201);
  expect(await created.json()).toMatchObject({ stage: "open", status: "active", version: 1 });
  await page.context().close();
});
