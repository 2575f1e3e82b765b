import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { graveFaults } from "../support/axe.ts";
import { openBrowser, phone, signedInPage } from "../support/browser.ts";
import { buildWith } from "../support/build-with.ts";
import { type LibraryTown, startLibraryTown } from "../support/library-town.ts";
import { built } from "../support/test-host.ts";

const librarian = { email: "librarian@library.test", password: "a library of open shelves" };
let browser: Browser;
let folder: string;
let town: LibraryTown;

const rule = (evaluate: string) => `guards: { patient: { title: "Patience", evaluate: ({}, input) => (${evaluate}) } }`;
const tooSoon = `{ ok: false, reasons: [{ code: "soon", message: "Trop tôt : " + input.case.stage }] }`;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "passerelle-versions-"));
  const build = await buildWith(folder, {
    rules: built("rules", rule("{ ok: true }")),
    "rules.next": built("rules", rule(tooSoon)).replace(`"1.0.0"`, `"2.0.0"`),
  });
  town = await startLibraryTown({ environment: { PASSERELLE_BUILD: build } });
  await town.call("/api/plugins/rules", { method: "PUT", body: { enabled: true } });
  await publishWishes();
});
afterAll(async () => {
  await browser.close();
  await town.product.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A workflow whose one action is asked of the plugin's rule. */
async function publishWishes(): Promise<void> {
  const on = { GRANT: { target: "granted", guard: { type: "patient" }, meta: { title: "Exaucer" } } };
  const machine = { initial: "open", states: { open: { on }, granted: { tags: ["closed"] } } };
  await town.call("/api/workflows", { method: "POST", body: { id: "wishes", title: "Souhaits", machine } });
  const published = await town.call("/api/workflows/wishes/publish", { method: "POST", body: { acknowledge: true } });
  expect(published.status).toBe(200);
}

/** A wish that is granted; answers how that went. */
async function grant(): Promise<number> {
  const { body } = await town.call("/api/wishes", { method: "POST", body: {} });
  const path = `/api/wishes/${(body as { readonly id: string }).id}/events`;
  return (await town.call(path, { method: "POST", body: { type: "GRANT" } })).status;
}

test("on a phone, a comparison that finds nothing to ask says what to try, within the width of the screen", async () => {
  const page = await signedInPage(browser, { url: town.product.url, ...librarian, viewport: phone });
  await page.goto("/settings/plugins/rules/compare");
  await page.getByLabel("Sur", { exact: true }).click();
  await page.getByRole("option", { name: "Les actions possibles aujourd’hui" }).click();
  await page.getByRole("button", { name: "Comparer" }).click();
  await page.getByRole("heading", { name: "Résultat" }).waitFor();
  await page.getByText("Rien à demander").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  expect(await graveFaults(page)).toEqual([]);
  await page.context().close();
});

test("an administrator compares the next version of a rule on what was decided, puts it in force, and goes back", async () => {
  for (let n = 0; n < 30; n++) expect(await grant()).toBe(200);
  const page = await signedInPage(browser, { url: town.product.url, ...librarian });
  await page.goto("/settings/plugins");
  await page.getByText("La nouvelle version 2.0.0 est à côté").waitFor();
  await page.getByRole("link", { name: "Comparer" }).click();
  await page.getByRole("heading", { level: 1, name: "Comparer « Le rules »" }).waitFor();
  await page.getByRole("button", { name: "Comparer" }).click();
  await page.getByText("30 réponses comparées, 30 différentes.").waitFor();
  const differences = page.getByRole("list", { name: "Différences" }).getByRole("listitem");
  await differences.filter({ hasText: "Trop tôt : open" }).first().waitFor();
  await page.getByRole("button", { name: "En afficher d’autres (5)" }).click();
  await expect.poll(() => page.getByText("« Exaucer » ·").count()).toBe(30);
  expect(await graveFaults(page)).toEqual([]);

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Télécharger (CSV)" }).click();
  const csv = await readFile(await (await downloading).path(), "utf8");
  expect(csv.split("\r\n")).toHaveLength(32);
  expect(csv).toContain(";bloquerait;laisse faire;Trop tôt : open");

  await page.getByRole("button", { name: "Mettre la version 2.0.0 en service" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Mettre en service" }).click();
  await expect.poll(grant).toBe(422);

  await page.goto("/settings/plugins");
  await page.getByRole("button", { name: "Revenir à la version 1.0.0" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Mettre en service" }).click();
  await expect.poll(grant).toBe(200);
  await page.context().close();
});
