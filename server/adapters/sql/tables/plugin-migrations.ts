import type { Knex } from "knex";
import type { Migration } from "./migrate.ts";

/** What the plugins' settings need beyond the table that the store made. */
export const pluginMigrations: readonly Migration[] = [
  { name: "plugins-001-config-version", up: addConfigVersion },
  { name: "plugins-002-versions", up: addVersions },
];

async function addConfigVersion(knex: Knex): Promise<void> {
  await knex.schema.alterTable("plugins", (table) => {
    table.integer("config_version").notNullable().defaultTo(1);
  });
}

/** Which version an administrator put in force, and the settings of the one before. */
async function addVersions(knex: Knex): Promise<void> {
  await knex.schema.alterTable("plugins", (table) => {
    table.text("version").nullable();
    table.text("earlier").nullable();
  });
}
