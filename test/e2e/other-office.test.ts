import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { graveFaults } from "../support/axe.ts";
import { openBrowser, signedInPage } from "../support/browser.ts";
import { builtAdmin, builtPlugin } from "../support/built-plugin.ts";
import { startLibraryTown } from "../support/library-town.ts";

const plugins = "test/support/library-office/plugins";
let build: string;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  build = await mkdtemp(join(tmpdir(), "library-build-"));
  for (const part of ["server", "admin"]) await symlink(resolve("build", part), join(build, part));
  for (const id of ["suggest-books", "lending-figures"]) {
    await mkdir(join(build, "plugins", id), { recursive: true });
    await writeFile(join(build, "plugins", id, "plugin.mjs"), await builtPlugin(id, plugins));
  }
  await writeFile(join(build, "plugins", "lending-figures", "admin.js"), await builtAdmin("lending-figures", plugins));
});
afterAll(async () => {
  await browser.close();
  await rm(build, { recursive: true });
});

test("a library runs with its own plugins and none of ours: its page stands in the menu and shows its report", async () => {
  const library = await startLibraryTown({ environment: { PASSERELLE_BUILD: build } });
  await using _product = library.product;
  const create = async (type: string, data: object) =>
    ((await library.call(`/api/${type}`, { method: "POST", body: data })).body as { readonly id: string }).id;
  for (const id of ["suggest-books", "lending-figures"])
    await library.call(`/api/plugins/${id}`, { method: "PUT", body: { enabled: true } });
  const memberId = await create("members", { firstName: "Jeanne", lastName: "Roux", cardUntil: "2099-01-01" });
  const bookId = await create("books", { title: "Germinal", copies: 1, shelf: "novels", subjects: ["mine"] });
  const likely = await create("books", { title: "Charbon", copies: 1, shelf: "science", subjects: ["mine"] });
  await create("loans", { memberId, bookId, dueOn: "2099-01-01" });
  expect((await library.call(`/api/members/${memberId}/matches`)).body).toMatchObject([{ id: likely }]);

  const reader = { url: library.product.url, email: "librarian@library.test", password: "a library of open shelves" };
  const page = await signedInPage(browser, reader);
  await page.goto("/");
  await page.getByRole("link", { name: "Chiffres", exact: true }).click();
  await page.getByRole("heading", { name: "Chiffres du prêt", level: 1 }).waitFor();
  await page.getByRole("row", { name: "En cours 1" }).waitFor();
  expect(await graveFaults(page)).toEqual([]);
  await page.context().close();
});
