import type { PublishedType } from "../domain/definitions/published-type.ts";
import type { RecordAccess } from "../plugin-api/contributions/index.ts";
import type { Language } from "../plugin-api/text.ts";
import { createPluginReader } from "./discovery/read-plugins.ts";
import { fieldLabels, type StaffMember } from "./field-labels.ts";
import { type GateOptions, guardDeadlineMs } from "./hosted-plugin.ts";
import type { WorkerOptions } from "./isolation/worker-thread.ts";
import { pluginOf } from "./place-of.ts";
import { unknownPlugin } from "./plugin-errors.ts";
import type { PluginHost } from "./plugin-host.ts";
import { impactOf } from "./plugin-impact.ts";
import { listingOf, type PluginListing } from "./plugin-listing.ts";
import { createPluginSet, type PluginSet } from "./plugin-set.ts";
import { createPluginsAtWork, type PluginsAtWork } from "./plugins-at-work.ts";
import { preparePlugins } from "./prepare-plugins.ts";
import { changedSettings, hostedIn } from "./settings/change-settings.ts";
import { dismissPlugin } from "./settings/dismiss-plugin.ts";
import type { PluginSettingsStore } from "./settings/plugin-settings-store.ts";
import type { SecretBox } from "./settings/secret-box.ts";
import type { SettingsEnvironment } from "./settings/settings-schema.ts";
import { runBeside } from "./shadow/run-beside.ts";
import type { QuestionSource } from "./shadow/shadow-run.ts";

/** What plugins are loaded from, set up by and work on. */
export interface PluginHostOptions extends Omit<GateOptions, "elapsed" | "labels" | "environment"> {
  /** Holds `<id>/plugin.mjs` and, for those with pages, `<id>/admin.js`. */
  readonly directory: string;
  /** The threads that plugins are examined in, and that isolated ones live in. */
  readonly worker: WorkerOptions;
  readonly settings: PluginSettingsStore;
  /** Keeps the secrets of the settings unreadable where they are stored. */
  readonly secrets: SecretBox;
  /** Ids of plugins, and npm packages, that the office names: in force as long as no administrator decided otherwise. */
  readonly named: () => readonly string[];
  /** What the environment gives to settings that ask for it; a plugin that it sets up is in force at first, too. */
  readonly environment?: SettingsEnvironment;
  /** The types in force, for labels and `impact`. */
  readonly types: () => readonly PublishedType[];
  /** What shadow runs ask about; nothing without it. */
  readonly questions?: QuestionSource;
  /** Who works here, by name. */
  readonly staff?: () => Promise<readonly StaffMember[]>;
  /** Milliseconds that only grow; the process's own clock without it. */
  readonly elapsed?: () => number;
}

/** Loads every plugin that is installed. One that cannot be loaded is listed with its reason and stops no other. */
export async function createPluginHost(options: PluginHostOptions): Promise<PluginHost> {
  const gates = gateOptions(options);
  const deadline = options.deadlines?.guard ?? guardDeadlineMs;
  const read = createPluginReader({ ...options, guardDeadlineMs: deadline });
  const set = createPluginSet({ ...options, gates, read });
  await set.load();
  const work = createPluginsAtWork(set, { gates, validator: options.validator });
  const closing = new AbortController();
  const list = (language: Language) => listingOf(set, { standingOf: work.standingOf, types: options.types }, language);
  const listed = (id: string, language: Language) => {
    const listing = list(language).find((one) => one.id === id);
    if (!listing) throw unknownPlugin(id);
    return listing;
  };
  return {
    ...contributionsOf(work),
    ...changesOf({ set, work, listed }, options),
    list,
    prepare: () => preparePlugins(work.active(), gates, closing.signal),
    retry(id, language) {
      for (const gate of hostedIn(set, id).gates.values()) gate.close();
      return listed(id, language);
    },
    shadow: async (id, request, language) =>
      runBeside(hostedIn(set, id), request, {
        hosted: set.hosted(),
        beside: set.beside(),
        gates,
        questions: options.questions ?? noQuestions,
        language,
      }),
    blame: (error) => blamePlugin(set, error),
    async impact(id, language) {
      const dependents = work.active().filter((one) => one.plugin.dependencies?.[id] !== undefined);
      return impactOf(hostedIn(set, id), {
        types: options.types(),
        records: gates.records(),
        dependents: dependents.map((one) => one.id),
        language,
      });
    },
    onChange: work.onChange,
    async [Symbol.asyncDispose]() {
      closing.abort();
      await set[Symbol.asyncDispose]();
    },
  };
}

/** What the plugins in force contribute, at the moment of asking. */
function contributionsOf({ guards, inForce }: PluginsAtWork) {
  return {
    guards,
    actions: () => inForce().actions,
    types: () => inForce().types,
    matchers: () => inForce().matchers,
    reports: () => inForce().reports,
    channels: () => inForce().channels,
    importers: () => inForce().importers,
    finders: () => inForce().finders,
    exporters: () => inForce().exporters,
    samples: () => inForce().samples,
    pages: () => inForce().pages,
    widgets: () => inForce().widgets,
    scripts: () => inForce().scripts,
  };
}

interface Changed {
  readonly set: PluginSet;
  readonly work: PluginsAtWork;
  readonly listed: (id: string, language: Language) => PluginListing;
}

/** What changes plugins: one after the other, each merged into what the one before it left. */
function changesOf(
  { set, work, listed }: Changed,
  options: PluginHostOptions,
): Pick<PluginHost, "configure" | "dismiss" | "refresh"> {
  let changing: Promise<unknown> = Promise.resolve();
  function inTurn<T>(change: () => Promise<T>): Promise<T> {
    const changed = changing.then(change);
    changing = changed.catch(() => undefined);
    return changed;
  }
  return {
    configure: (id, change, language) =>
      inTurn(async () => {
        const changed = changedSettings(set, { id, change }, options);
        await options.settings.write(changed);
        work.takeEffect([...new Set([changed.id, ...(await set.readSettings())])]);
        return listed(changed.id, language);
      }),
    dismiss: (id, what) =>
      inTurn(async () => {
        await dismissPlugin(set, options.settings, { id, ...what });
        work.takeEffect(await set.readSettings());
      }),
    refresh: ({ code } = { code: false }) =>
      inTurn(async () => {
        const changed = code ? await set.load() : await set.readSettings();
        if (changed.length > 0) work.takeEffect(changed);
        return changed.length > 0;
      }),
  };
}

function blamePlugin(set: PluginSet, error: unknown): boolean {
  const from = pluginOf(error);
  const one = from && set.hosted().get(from.id);
  if (!one) return false;
  // What a version that is not in force leaves behind is not held against the one that is.
  if (set.beside().get(from.id)?.isNext === from.isNext) return true;
  // The error does not say which contribution left it behind: all of them answer for it.
  for (const gate of one.gates.values()) gate.blame(error);
  return true;
}

const noPage = async () => ({ at: null, asked: [], records: 0, of: 0, next: null });
const noQuestions: QuestionSource = { rules: noPage, matches: noPage };

function gateOptions(options: PluginHostOptions): GateOptions {
  let access: RecordAccess | undefined;
  return {
    ...options,
    environment: options.environment ?? {},
    elapsed: options.elapsed ?? (() => performance.now()),
    // One for all calls: what a plugin keeps in memory about the records is kept by it.
    records: () => {
      access ??= options.records();
      return access;
    },
    labels: (type, field, language) =>
      fieldLabels({ types: options.types, staff: options.staff ?? (async () => []) }, { type, field, language }),
  };
}
