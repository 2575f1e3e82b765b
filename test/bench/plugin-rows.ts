import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
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

/** The other requests beside plugins that loop, leak and flood, and the time from a saved plugin to its being in force. */
export async function pluginRows(place: BenchPlace): Promise<readonly Row[]> {
  return [await besideRow(place), await reloadRow(place)];
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

/** Saves a plugin again and again under `npm run dev`, and asks until the new one answers. */
async function reloadRow(place: BenchPlace): Promise<Row> {
  const id = `bench-reload-${process.pid}`;
  const folder = join("plugins", id);
  const town = await startLibraryTown({ launcher: "dev" });
  await using _product = town.product;
  try {
    await mkdir(folder);
    const times: number[] = [];
    for (let turn = 0; turn <= place.rounds; turn++) {
      const version = `1.0.${turn}`;
      await writeFile(join(folder, "plugin.ts"), built(id).replace("1.0.0", version));
      const saved = performance.now();
      while ((await versionOf(town, id)) !== version) await new Promise((soon) => setTimeout(soon, 5));
      times.push(performance.now() - saved);
    }
    const longest = Math.max(...times);
    return {
      what: "from a saved plugin to the new one in force under npm run dev, the longest",
      measured: `${Math.round(longest)} ms`,
      ratio: null,
      goal: `≤ ${reloadGoalMs} ms`,
      reached: longest <= reloadGoalMs,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function versionOf(town: LibraryTown, id: string): Promise<string | undefined> {
  const { body } = await town.call("/api/plugins");
  return (body as readonly { readonly id: string; readonly version: string }[]).find((one) => one.id === id)?.version;
}
