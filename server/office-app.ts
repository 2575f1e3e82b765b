import { join } from "node:path";
import type { Express } from "express";
import type { Logger } from "pino";
import { readCsv } from "./adapters/files/csv-file.ts";
import { printPdf } from "./adapters/files/pdf-file.ts";
import { writeXlsx } from "./adapters/files/xlsx-file.ts";
import { OpenidProvider } from "./adapters/oidc/openid-provider.ts";
import { PeopleSessions } from "./adapters/sql/people/people-sessions.ts";
import { storageTrouble } from "./adapters/sql/storage-trouble.ts";
import { ReadRecorder } from "./domain/audit/read-recorder.ts";
import { adoptContributedTypes } from "./domain/definitions/adopt-contributed-types.ts";
import { createApp } from "./http/create-app.ts";
import type { PluginDesk } from "./http/plugin-desk.ts";
import type { ServingState } from "./http/readiness.ts";
import { readinessOf } from "./readiness.ts";
import type { Settings } from "./settings.ts";
import type { Town } from "./town/town.ts";

/** What changes while an office is served. */
export interface Serving {
  state: ServingState;
  /** Ids of the sample's accounts, while nobody comes from elsewhere than this machine: else they cannot sign in. */
  sampleSignIns: readonly string[];
  /** Ids of the sample's accounts otherwise. */
  lockedUsers: ReadonlySet<string>;
}

/** What the HTTP side of a town needs beside the town. */
export interface OfficeAppOptions {
  readonly settings: Settings;
  readonly logger: Logger;
  /** Where the server listens. */
  readonly url: string;
  readonly serving: Serving;
}

/** The HTTP side of a town, with the adapters that it alone works with. */
export function officeApp(town: Town, { settings, logger, url, serving }: OfficeAppOptions): Express {
  const state = () => serving.state;
  return createApp({
    ...town,
    sessions: new PeopleSessions(town.database),
    identity: settings.oidc === null ? null : new OpenidProvider(settings.oidc),
    reads: new ReadRecorder(town.reads),
    readLog: town.reads,
    plugins: publishingPlugins(town),
    readCsv,
    tables: { xlsx: writeXlsx, print: printPdf },
    logger,
    state,
    readiness: readinessOf(town, state),
    storageTrouble,
    sampleSignIns: () => serving.sampleSignIns,
    isLocked: (userId) => serving.lockedUsers.has(userId),
    site: {
      sessionSecret: town.sessionSecret,
      trustProxy: settings.trustProxy,
      publicUrl: () => settings.publicUrl ?? url,
      adminFolder: join(settings.buildFolder, "admin"),
    },
  });
}

/** Types of a plugin come and go with it; what is to be called again is called again by every process. */
function publishingPlugins({ plugins, definitions, news }: Town): PluginDesk {
  return {
    ...plugins,
    async configure(id, change, language) {
      const listing = await plugins.configure(id, change, language);
      await adoptContributedTypes(definitions);
      return listing;
    },
    retry(id, language) {
      const listing = plugins.retry(id, language);
      news.tell({ about: "plugin-retry", plugin: id });
      return listing;
    },
  };
}
