import type { Knex } from "knex";
import type { Migration } from "./migrate.ts";

/** What the plugins' settings need beyond the table that the store made. */
export const pluginMigrations: readonly Migration[] = [{ name: "plugins-001-config-version", up: addConfigVersion }];

async function addConfigVersion(knex: Knex): Promise<void> {
  await knex.schema.alterTable("plugins", (table) => {
    table.integer("config_version").notNullable().defaultTo(1);
  });
}
