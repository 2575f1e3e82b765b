import { expect, test } from "vitest";
import { graveFaults } from "../support/axe.ts";
import { phone } from "../support/browser.ts";
import { openLibrary } from "./open-library.ts";

const library = openLibrary();

/** Cards that ended long ago, in a library that forgets whose card ended a year ago. */
async function oldCards(): Promise<void> {
  const { body: members } = await library.call("/api/record-types/members");
  const privacy = { retention: [{ after: "P1Y", since: "cardUntil" }] };
  const changed = { ...(members as object), privacy };
  const put = await library.call("/api/record-types/members?acknowledge=true", { method: "PUT", body: changed });
  expect(put.status).toBe(200);
  for (const [firstName, cardUntil] of [
    ["Long", "2019-06-30"],
    ["Also", "2020-06-30"],
    ["Still", "2199-01-01"],
  ]) {
    const body = { firstName, lastName: "Reader", cardUntil };
    expect((await library.call("/api/members", { method: "POST", body })).status).toBe(201);
  }
}

test("an administrator reads the rules of retention, sees whom they concern, applies them and sees what went", async () => {
  await oldCards();
  const page = await library.page();
  await page.goto("/settings/retention");
  await page.getByText("Effacer 1 an après « Carte valable jusqu’au ».").waitFor();
  await page.getByText("Adhérents : 2 fiches effacées en entier, historique compris.").waitFor();
  expect(await page.getByRole("link", { name: "Modifier la règle : Adhérents" }).getAttribute("href")).toBe(
    "/studio/members",
  );
  expect(await graveFaults(page)).toEqual([]);

  const small = await library.page(phone);
  await small.goto("/settings/retention");
  await small.getByText("Adhérents : 2 fiches effacées en entier, historique compris.").waitFor();
  expect(await graveFaults(small)).toEqual([]);
  await small.context().close();

  await page.getByRole("link", { name: "2 fiches arrivées à terme" }).click();
  await page.getByRole("link", { name: "Also Reader" }).waitFor();
  expect(await page.getByRole("link", { name: "Still Reader" }).count()).toBe(0);
  await page.goBack();

  await page.getByRole("button", { name: "Appliquer maintenant…" }).click();
  const dialog = page.getByRole("dialog");
  const now = dialog.getByRole("button", { name: "Effacer maintenant" });
  expect(await now.isDisabled()).toBe(true);
  await dialog.getByRole("checkbox").check();
  expect(await graveFaults(page)).toEqual([]);
  await now.click();
  await dialog.getByRole("alert").waitFor();
  await dialog.getByRole("button", { name: "Fermer" }).click();
  await page.getByText("Personne n’est à effacer aujourd’hui.").waitFor();
  await page.getByRole("cell", { name: "2 effacées en entier" }).waitFor();
  const left = await library.call("/api/members");
  expect(left.body).toMatchObject([{ firstName: "Still" }]);
  await page.context().close();
});
