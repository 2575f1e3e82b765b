import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { openBrowser, signedInPage } from "../support/browser.ts";
import { type LibraryTown, startLibraryTown } from "../support/library-town.ts";
import { built } from "../support/test-host.ts";
import type { BenchPlace } from "./bench-place.ts";
import { medianOf, medianRatio, pace } from "./measure.ts";
import type { Row } from "./report.ts";

/** What isolated reports do instead of answering. */
const misdeeds: { readonly [id: string]: string } = {
  loops: "for (;;) {}",
  leaks: "globalThis.kept ??= []; for (;;) globalThis.kept.push(new Array(100_000).fill(Math.random()));",
  floods: `for (;;) await Promise.all(Array.from({ length: 100 }, () => context.records.list("books")));`,
};

const atOnce = 8;
const period = "from=2026-01-01&to=2026-12-31";
const besideGoal = 1.5;
const reloadGoalMs = 2000;

/** The other requests beside plugins that loop, leak and flood, and how soon a saved plugin and its page are in force. */
export async function pluginRows(place: BenchPlace): Promise<readonly Row[]> {
  return [await besideRow(place), ...(await reloadRows(place))];
}

/** The same list is asked for alone and beside the bad plugins, in turns; a turn ends when the bad ones are stopped. */
async function besideRow(place: BenchPlace): Promise<Row> {
  const bad = Object.keys(misdeeds);
  const town = await startLibraryTown({ environment: { PASSERELLE_BUILD: await buildWith(place, misdeeds) } });
  await using _product = town.product;
  for (let n = 0; n < 100; n++) await town.call("/api/books", { method: "POST", body: { title: `Book ${n}` } });
  for (const id of bad) await town.call(`/api/plugins/${id}`, { method: "PUT", body: { enabled: true } });
  await listing(town, place.milliseconds);
  const rounds: { readonly alone: number; readonly beside: number }[] = [];
  for (let round = 0; round < place.rounds; round++) {
    const alone = await listing(town, place.milliseconds);
    const stopped = bad.map((id) => misbehave(town, id));
    rounds.push({ alone, beside: await listing(town, place.milliseconds) });
    await Promise.all(stopped);
  }
  const ratio = medianRatio(rounds, "beside", "alone");
  return {
    what: `p99 of ${atOnce} lists at once beside plugins that loop, leak and flood / alone`,
    measured: `${medianOf(rounds, "beside").toFixed(1)} ms`,
    ratio,
    goal: `≤ ${besideGoal}`,
    reached: ratio <= besideGoal,
  };
}

/** Calls the plugin anew, and comes back when it was stopped. */
async function misbehave(town: LibraryTown, id: string): Promise<void> {
  await town.call(`/api/plugins/${id}/retry`, { method: "POST", body: {} });
  await town.call(`/api/reports/${id}?${period}`);
}

/** Milliseconds that one list in a hundred takes longer than. */
async function listing(town: LibraryTown, milliseconds: number): Promise<number> {
  const once = () => town.call("/api/books?range=[0,24]");
  return (await pace({ atOnce, milliseconds, once })).p99;
}

/** What the product is built to, with these plugins in place of its own. */
async function buildWith({ folder }: BenchPlace, reports: { readonly [id: string]: string }): Promise<string> {
  const build = join(folder, "build");
  for (const [id, body] of Object.entries(reports)) {
    await mkdir(join(build, "plugins", id), { recursive: true });
    const report = `{ title: "${id}", run: async (params, context) => { ${body} } }`;
    await writeFile(
      join(build, "plugins", id, "plugin.mjs"),
      built(id, `isolation: "worker", reports: { "${id}": ${report} }`),
    );
  }
  for (const part of ["server", "admin"]) await symlink(resolve("build", part), join(build, part));
  return build;
}

/** Saves a plugin, then its page, again and again under `npm run dev`. */
async function reloadRows(place: BenchPlace): Promise<readonly Row[]> {
  const id = `bench-reload-${process.pid}`;
  const folder = join("plugins", id);
  const town = await startLibraryTown({ launcher: "dev", environment: { NODE_ENV: "development" } });
  await using _product = town.product;
  try {
    await mkdir(folder);
    const inForce = await savedTimes(place, async (turn) => {
      await writeFile(join(folder, "plugin.ts"), built(id).replace("1.0.0", `1.0.${turn}`));
      return async () => {
        while ((await versionOf(town, id)) !== `1.0.${turn}`) await new Promise((soon) => setTimeout(soon, 5));
      };
    });
    const drawn = await pageTimes(place, { town, id, folder });
    return [
      reloadRow("from a saved plugin to the new one in force under npm run dev, the longest", inForce),
      reloadRow("from a saved page of a plugin to its new text in the open browser, the longest", drawn),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Leaves a page of the plugin open, and saves what it says. */
async function pageTimes(
  place: BenchPlace,
  { town, id, folder }: { readonly town: LibraryTown; readonly id: string; readonly folder: string },
): Promise<readonly number[]> {
  const drawing = (text: string) => `export const pages = { "${id}": () => "${text}" };\n`;
  const pages = `pages: { "${id}": { title: "Bench", path: "/bench", roles: ["librarian"] } }`;
  await writeFile(join(folder, "admin.tsx"), drawing("The first text"));
  await writeFile(join(folder, "plugin.ts"), built(id, pages));
  while ((await town.call(`/api/plugins/${id}`, { method: "PUT", body: { enabled: true } })).status !== 200);
  const browser = await openBrowser();
  try {
    const reader = { url: town.product.url, email: "librarian@library.test", password: "a library of open shelves" };
    const page = await signedInPage(browser, reader);
    await page.goto("/bench");
    await page.getByText("The first text").waitFor({ timeout: 120_000 });
    return await savedTimes(place, async (turn) => {
      await writeFile(join(folder, "admin.tsx"), drawing(`Text ${turn}`));
      return () => page.getByText(`Text ${turn}`, { exact: true }).waitFor({ timeout: 60_000 });
    });
  } finally {
    await browser.close();
  }
}

/** Milliseconds from each save until what it changed is there. */
async function savedTimes(
  { rounds }: BenchPlace,
  save: (turn: number) => Promise<() => Promise<void>>,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let turn = 0; turn <= rounds; turn++) {
    const isThere = await save(turn);
    const saved = performance.now();
    await isThere();
    times.push(performance.now() - saved);
  }
  return times;
}

function reloadRow(what: string, times: readonly number[]): Row {
  const longest = Math.max(...times);
  return {
    what,
    measured: `${Math.round(longest)} ms`,
    ratio: null,
    goal: `≤ ${reloadGoalMs} ms`,
    reached: longest <= reloadGoalMs,
  };
}

async function versionOf(town: LibraryTown, id: string): Promise<string | undefined> {
  const { body } = await town.call("/api/plugins");
  return (body as readonly { readonly id: string; readonly version: string }[]).find((one) => one.id === id)?.version;
}
