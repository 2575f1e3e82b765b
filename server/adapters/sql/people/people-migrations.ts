import type { Knex } from "knex";
import type { Migration } from "../tables/migrate.ts";

/** Tables of accounts, sign-in, files and the log of reads, made once per database. */
export const peopleMigrations: readonly Migration[] = [
  { name: "people-001-accounts", up: createAccounts },
  { name: "people-002-files-and-reads", up: createFilesAndReads },
  { name: "people-003-saved-views", up: createSavedViews },
  { name: "people-004-report-subscriptions", up: createSubscriptions },
  { name: "people-005-removed-files", up: addRemovedFiles },
];

async function createAccounts(knex: Knex): Promise<void> {
  await knex.schema.createTable("users", (table) => {
    table.text("id").primary();
    table.text("email").notNullable().unique();
    table.text("name").notNullable();
    table.text("roles").notNullable();
    table.text("status").notNullable();
    table.text("language");
    table.text("fields").notNullable();
    table.integer("epoch").notNullable();
    table.integer("version").notNullable();
    table.text("created_at").notNullable();
    table.text("updated_at").notNullable();
    table.text("password_hash");
  });
  await knex.schema.createTable("one_time_links", (table) => {
    table.text("token_hash").primary();
    table.text("purpose").notNullable();
    table.text("user_id").references("users.id");
    table.integer("epoch").notNullable();
    table.text("expires_at").notNullable();
  });
  await knex.schema.createTable("api_tokens", (table) => {
    table.text("id").primary();
    table.text("token_hash").notNullable().unique();
    table.text("name").notNullable();
    table.text("roles").notNullable();
    table.text("created_by").notNullable();
    table.text("created_at").notNullable();
    table.text("last_used_at");
    table.text("revoked_at");
  });
  await knex.schema.createTable("sessions", (table) => {
    table.text("id").primary();
    table.text("data").notNullable();
    table.text("expires_at").notNullable().index();
  });
}

async function createFilesAndReads(knex: Knex): Promise<void> {
  await knex.schema.createTable("files", (table) => {
    table.text("id").primary();
    table.text("name").notNullable();
    table.text("media_type").notNullable();
    table.integer("size").notNullable();
    table.text("sha256").notNullable();
    table.text("uploaded_by").notNullable();
    table.text("uploaded_at").notNullable();
  });
  await knex.schema.createTable("reads", (table) => {
    table.bigIncrements("id");
    table.text("at").notNullable();
    table.text("actor_id").notNullable();
    table.text("actor_name").notNullable();
    table.text("type").notNullable();
    table.text("record_id").notNullable();
    table.text("how").notNullable();
    table.index(["record_id", "id"]);
    table.index(["actor_id", "id"]);
  });
}

async function createSavedViews(knex: Knex): Promise<void> {
  await knex.schema.createTable("saved_views", (table) => {
    table.text("id").primary();
    table.text("owner_id").notNullable().references("users.id");
    table.text("type").notNullable();
    table.text("name").notNullable();
    table.text("shown").notNullable();
    table.integer("shared").notNullable();
    table.unique(["owner_id", "type", "name"]);
    table.index(["type", "shared"]);
  });
}

async function createSubscriptions(knex: Knex): Promise<void> {
  await knex.schema.createTable("report_subscriptions", (table) => {
    table.text("user_id").notNullable().references("users.id");
    table.text("report_id").notNullable();
    table.text("stop_token").notNullable().unique();
    table.text("mailed_in").notNullable().index();
    table.primary(["user_id", "report_id"]);
  });
}

async function addRemovedFiles(knex: Knex): Promise<void> {
  await knex.schema.alterTable("files", (table) => {
    table.text("removed_at");
  });
}
