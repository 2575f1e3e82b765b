import type { Knex } from "knex";
import { addKeptAnswers, addKeyLeases } from "./answers-migration.ts";
import { createAudit } from "./audit-migration.ts";
import { createIncidents } from "./incidents-migration.ts";
import type { Migration } from "./migrate.ts";

/** Tables of records, definitions and settings. Other rooms add theirs: `migrate(database, [...storeMigrations, …])`. */
export const storeMigrations: readonly Migration[] = [
  { name: "store-001-records", up: (knex, dialect) => dialect.tables.create(knex) },
  { name: "store-002-definitions", up: createDefinitions },
  { name: "store-003-audit", up: createAudit },
  { name: "store-004-incidents", up: createIncidents },
  { name: "store-005-kept-answers", up: addKeptAnswers },
  { name: "store-006-key-leases", up: addKeyLeases },
  { name: "store-007-search-entries", up: createSearchEntries },
];

async function createDefinitions(knex: Knex): Promise<void> {
  await knex.schema.createTable("definitions", (table) => {
    table.text("kind").notNullable();
    table.text("id").notNullable();
    table.integer("version").notNullable();
    table.text("definition").notNullable();
    table.text("published_at").notNullable();
    table.text("published_by").notNullable();
    table.text("source");
    table.primary(["kind", "id", "version"]);
  });
  await knex.schema.createTable("drafts", (table) => {
    table.text("kind").notNullable();
    table.text("id").notNullable();
    table.integer("based_on").notNullable();
    table.text("definition").notNullable();
    table.text("saved_at").notNullable();
    table.text("saved_by").notNullable();
    table.primary(["kind", "id"]);
  });
  await knex.schema.createTable("plugins", (table) => {
    table.text("id").primary();
    table.boolean("enabled").notNullable();
    table.text("config").notNullable();
  });
  await knex.schema.createTable("settings", (table) => {
    table.text("key").primary();
    table.text("value").notNullable();
  });
  await knex.schema.createTable("counters", (table) => {
    table.text("name").primary();
    table.bigInteger("value").notNullable();
  });
  await knex("counters").insert([
    { name: "changes", value: 0 },
    { name: "publications", value: 0 },
  ]);
  await knex.schema.createTable("type_plans", (table) => {
    table.text("name").primary();
    table.text("type").notNullable();
    table.text("made_by").notNullable();
    table.text("dropped_by").notNullable();
  });
}

/** What the search entries of each type were made for. */
async function createSearchEntries(knex: Knex): Promise<void> {
  await knex.schema.createTable("search_entries", (table) => {
    table.text("type").primary();
    table.text("made_for").notNullable();
  });
}
