import { isDeepStrictEqual } from "node:util";
import { PeopleSessions } from "../adapters/sql/people/people-sessions.ts";
import { sealChains } from "../domain/audit/seal-chains.ts";
import type { News } from "../domain/changes/news.ts";
import { adoptContributedTypes } from "../domain/definitions/adopt-contributed-types.ts";
import type { Town } from "./town.ts";

/** How often a process looks for itself whether another one has published a definition or set up a plugin. */
const revisionMilliseconds = 5000;
/** How often the histories that have grown are sealed. */
const sealMilliseconds = 300_000;
const hourMilliseconds = 3_600_000;

/**
 * Keeps an open town in step with the other processes of its office, its histories sealed, its sessions tidy.
 * Dispose of it to stop.
 */
export async function keepUp(town: Town): Promise<AsyncDisposable> {
  const { definitions, plugins, news, logger, office, database } = town;
  const sessions = new PeopleSessions(database);
  const attempt = (what: string, work: () => Promise<unknown>) => () =>
    work().then(
      () => undefined,
      (error: unknown) => logger.error({ err: error }, `${what} failed and is tried again`),
    );
  const seal = attempt("sealing", () => sealChains(town.audit, office.clock));
  const stops = [
    definitions.registry.onChange(() => news.tell({ about: "definitions" })),
    plugins.onChange(() => news.tell({ about: "plugins" })),
    followNames(town, (refresh) => attempt("taking up the plugins that the office names", refresh)()),
  ];
  const catchUp = attempt("reading the definitions again", () => reloadIfNewer(town));
  const timers = [
    setInterval(catchUp, revisionMilliseconds),
    setInterval(
      attempt("reading the plugins again", () => refreshPlugins(town)),
      revisionMilliseconds,
    ),
    setInterval(seal, sealMilliseconds),
    setInterval(
      attempt("tidying sessions", () => sessions.removeEnded(office.clock.now())),
      hourMilliseconds,
    ),
  ];
  await news.listen((heard) => attempt("taking up news", () => takeUp(town, heard))());
  return {
    async [Symbol.asyncDispose]() {
      for (const timer of timers) clearInterval(timer);
      for (const stop of stops) stop();
      await seal();
    },
  };
}

/** Plugins that the office names since are taken up, and those that it no longer names. */
function followNames(town: Town, attempt: (work: () => Promise<void>) => void) {
  const { registry } = town.definitions;
  let names = registry.office().plugins;
  return registry.onChange(() => {
    if (isDeepStrictEqual(names, registry.office().plugins)) return;
    names = registry.office().plugins;
    attempt(() => refreshPlugins(town, { code: true }));
  });
}

async function takeUp(town: Town, news: News): Promise<void> {
  const { live } = town;
  if (news.about === "records") for (const change of news.changes) live.changed(change);
  if (news.about === "definitions" || news.about === "anything") await reloadIfNewer(town);
  if (news.about === "plugin-retry") town.plugins.retry(news.plugin, "fr");
  if (news.about === "plugins" || news.about === "anything") await refreshPlugins(town);
  if (news.about === "anything") live.interrupt();
}

async function reloadIfNewer({ definitions: { store, registry } }: Town): Promise<void> {
  if ((await store.revision()) !== registry.revision()) await registry.reload();
}

/** Takes up what another process chose for the plugins; with `code`, plugins that were built again too. */
export async function refreshPlugins({ plugins, definitions }: Town, what = { code: false }): Promise<void> {
  if (await plugins.refresh(what)) await adoptContributedTypes(definitions);
}
