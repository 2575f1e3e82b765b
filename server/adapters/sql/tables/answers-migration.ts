import type { Knex } from "knex";

/** The answers that are no record at a version, sealed. */
export async function addKeptAnswers(knex: Knex): Promise<void> {
  await knex.schema.alterTable("answers", (table) => {
    table.text("answer");
  });
}

/** Until when a request that has no answer yet has its key. */
export async function addKeyLeases(knex: Knex): Promise<void> {
  await knex.schema.alterTable("answers", (table) => {
    table.text("lease_until");
  });
}
