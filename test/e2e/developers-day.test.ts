import { spawnSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PluginListing } from "../../server/http/api-types.ts";
import { openBrowser, signedInPage } from "../support/browser.ts";
import { type LibraryTown, startLibraryTown } from "../support/library-town.ts";

const id = `dev-page-${process.pid}`;
const title = id.replace("dev-page-", "Dev page ");
const folder = `plugins/${id}`;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  expect(spawnSync(process.execPath, ["server/launch/plugin-new.mjs", id, "--kind", "page"]).status).toBe(0);
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** Saves the file with this in place of that; answers how to take it back. */
async function save(name: string, [before, after]: readonly [string, string]): Promise<() => Promise<void>> {
  const text = await readFile(`${folder}/${name}`, "utf8");
  expect(text).toContain(before);
  await writeFile(`${folder}/${name}`, text.replace(before, after));
  return () => writeFile(`${folder}/${name}`, text);
}

/** The line of the file that holds this, as errors name it. */
const lineOf = async (name: string, what: string) => {
  const text = await readFile(`${folder}/${name}`, "utf8");
  return `${folder}/${name}:${text.slice(0, text.indexOf(what)).split("\n").length}`;
};

test("plugin:check finds nothing in a new page but a mistake that was made in it, at its own line", async () => {
  const mistake = 'export const wrong: number = "text";';
  const mend = await save("admin.tsx", ["export const pages", `${mistake}\nexport const pages`]);
  const place = await lineOf("admin.tsx", mistake);
  const { status, stdout } = spawnSync(process.execPath, ["server/launch/plugin-check.mjs", id], { encoding: "utf8" });
  await mend();
  const errors = stdout.split("\n").filter((line) => line.includes("error TS"));
  expect([status, errors]).toEqual([1, [expect.stringContaining(place.replace(/:(\d+)$/, "($1,"))]]);
  expect(stdout.match(/^[✓✗].*/gm)).toEqual([
    "✓ construction",
    "✗ types",
    "✓ style",
    "✓ directions",
    "✓ un test appelle conformance()",
    "✓ tests et conformité",
  ]);
});

test("under npm run dev, what is saved stands in the open page, and a mistake names its own line", async () => {
  const town = await startLibraryTown({ launcher: "dev", environment: { NODE_ENV: "development" } });
  await using _product = town.product;
  expect((await town.call(`/api/plugins/${id}`, { method: "PUT", body: { enabled: true } })).status).toBe(200);
  await town.call("/api/tasks", { method: "POST", body: { title: "Rappeler Jeanne" } });
  const reader = { url: town.product.url, email: "librarian@library.test", password: "a library of open shelves" };
  const page = await signedInPage(browser, reader);
  await page.goto("/");
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("link", { name: "Rappeler Jeanne" }).waitFor();

  await save("admin.tsx", ['tasks: "À faire"', 'tasks: "À faire aujourd’hui"']);
  await page.getByRole("heading", { name: "À faire aujourd’hui" }).waitFor();
  const drawn = 'if (tasks) throw new Error("torn page");';
  const mendPage = await save("admin.tsx", ["  return (\n    <>", `  ${drawn}\n  return (\n    <>`]);
  await page.getByText(`torn page – ${await lineOf("admin.tsx", drawn)}`).waitFor();
  await mendPage();
  await page.getByRole("heading", { name: "À faire aujourd’hui" }).waitFor();

  await page.goto("/settings/plugins");
  await page.getByRole("heading", { name: title }).waitFor();
  const loaded = 'throw new Error("torn cover");';
  const mendLoad = await save("plugin.ts", ["/** Write here", `${loaded}\n/** Write here`]);
  await page.getByText(`torn cover – ${await lineOf("plugin.ts", loaded)}`).waitFor();
  await mendLoad();
  await page.getByRole("link", { name: title }).waitFor();

  for (const isolation of ["", 'isolation: "worker",']) {
    const called = `throw new Error("torn figure ${isolation.length}");`;
    const report = `reports: { "${id}": { title: "x", run: async () => {\n${called}\n} } },`;
    const mendCall = await save("plugin.ts", ["  pages: {", `${isolation}${report}\n  pages: {`]);
    const place = await lineOf("plugin.ts", called);
    await expect.poll(() => placeOfFailure(town)).toBe(place);
    await mendCall();
  }
});

/** Calls the report of the plugin, and answers where it last failed. */
async function placeOfFailure(town: LibraryTown): Promise<string | undefined> {
  await town.call(`/api/reports/${id}`);
  const listings = (await town.call("/api/plugins")).body as readonly PluginListing[];
  const { contributions = [] } = listings.find((one) => one.id === id) ?? {};
  return contributions.find(({ kind }) => kind === "report")?.health?.lastFailure?.place ?? undefined;
}
