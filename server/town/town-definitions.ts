import { join } from "node:path";
import { readPackFolder } from "../adapters/office-pack/read-pack-folder.ts";
import { createAesSecretBox } from "../adapters/secrets/aes-secret-box.ts";
import type { Database } from "../adapters/sql/database.ts";
import type { PeopleUsers } from "../adapters/sql/people/people-users.ts";
import { createDefinitionStore } from "../adapters/sql/stores/definition-store.ts";
import { createPluginSettingsStore } from "../adapters/sql/stores/plugin-settings-store.ts";
import { createTypeStorage } from "../adapters/sql/tables/type-storage.ts";
import { createAjvValidator } from "../adapters/validation/ajv-validator.ts";
import { createOfficeRegistry } from "../domain/definitions/create-office-registry.ts";
import type { OfficeRegistry } from "../domain/definitions/office-registry.ts";
import { parseOfficePack } from "../domain/definitions/pack/parse-office-pack.ts";
import { seedOffice } from "../domain/definitions/pack/seed-office.ts";
import type { OpenOffice } from "../domain/effects/open-office.ts";
import { matchQuestions } from "../domain/questions/match-questions.ts";
import { ruleQuestions } from "../domain/questions/rule-questions.ts";
import { createPluginHost } from "../plugin-host/create-plugin-host.ts";
import { createRecordAccess } from "../plugin-host/record-access.ts";
import { pluginEnvironment, pluginWorkerScript } from "../settings.ts";
import type { TownOptions } from "./town.ts";

/**
 * What is in force in a town, read from its database; from its office pack, where it has nothing yet. The plugins are loaded
 * for it: they bring types of their own.
 *
 * @throws DomainError when the office pack cannot be used.
 */
export async function townDefinitions(
  { settings, clock, logger, publicUrl }: TownOptions,
  needs: {
    readonly database: Database;
    readonly users: PeopleUsers;
    readonly log: (message: string, details: object) => void;
    readonly office: () => OpenOffice["office"];
  },
) {
  const { database, users, log, office } = needs;
  const validator = createAjvValidator();
  const store = createDefinitionStore(database);
  const readPack = once(async () => parseOfficePack(await readPackFolder(settings.officeFolder), validator));
  const stored = (await store.inForce()).find((each) => each.kind === "office");
  const atFirst = (stored?.definition ?? (await readPack()).office).plugins ?? [];
  let inForce: OfficeRegistry | null = null;
  const plugins = await createPluginHost({
    directory: join(settings.buildFolder, "plugins"),
    worker: { script: pluginWorkerScript(settings) },
    settings: createPluginSettingsStore(database),
    secrets: createAesSecretBox(settings.sessionSecret),
    named: () => (inForce ? (inForce.office().plugins ?? []) : atFirst),
    environment: pluginEnvironment(settings, publicUrl()),
    validator,
    clock: () => clock.now(),
    timeZone: () => registry.office().timeZone,
    records: () => createRecordAccess(office()),
    types: () => registry.types(),
    questions: {
      rules: (inquiry) => ruleQuestions(office(), inquiry),
      matches: (inquiry) => matchQuestions(office(), inquiry),
    },
    staff: () => users.all(),
    log,
  });
  const registry = createOfficeRegistry({
    store,
    contributed: plugins,
    validator,
    onBroken: (id, error) => logger.error({ err: error, type: id }, "a definition cannot be used"),
  });
  const base = { store, storage: createTypeStorage(database), registry, contributed: plugins, validator, clock };
  await seedOffice(base, readPack);
  inForce = registry;
  return { base, plugins };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= work();
    return answer;
  };
}
