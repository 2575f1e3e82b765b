import type { Knex } from "knex";
import { entryHash } from "../../../domain/audit/entry-hash.ts";
import { newSalt, writeSalt } from "../../../domain/audit/record-salt.ts";
import type { Dialect } from "../dialect.ts";
import { readEntry } from "../reading/entry-row.ts";
import type { Row } from "../statement.ts";

/** Records whose history is read at once. */
const batch = 200;

/** Chains the history of each record, that of records that are there already too. */
export async function createAudit(knex: Knex, dialect: Dialect): Promise<void> {
  await knex.schema.alterTable("events", (table) => {
    table.text("hash").notNullable().defaultTo("");
    table.text("erased");
  });
  await knex.schema.alterTable("records", (table) => {
    table.text("chain").notNullable().defaultTo("");
    table.text("erased_at");
  });
  const [text, rowid] = dialect.name === "sqlite" ? ["text", " WITHOUT ROWID"] : ['text COLLATE "C"', ""];
  await knex.raw(`CREATE TABLE salts (record_id ${text} NOT NULL PRIMARY KEY, salt text NOT NULL)${rowid}`);
  await knex.schema.createTable("seals", (table) => {
    table.bigInteger("nr").primary();
    table.text("at").notNullable();
    table.bigInteger("up_to").notNullable();
    table.text("heads").notNullable();
    table.text("hash").notNullable();
  });
  let after = "";
  for (;;) {
    const ids = await knex<{ id: string }>("records").where("id", ">", after).orderBy("id").limit(batch).pluck("id");
    for (const id of ids) await chainRecord(knex, id);
    after = ids.at(-1) ?? "";
    if (ids.length < batch) return;
  }
}

async function chainRecord(knex: Knex, recordId: string): Promise<void> {
  const salt = newSalt();
  await knex("salts").insert({ record_id: recordId, salt: writeSalt(salt) });
  const rows = await knex<Row>("events").where({ record_id: recordId }).orderBy("seq");
  let chain = "";
  for (const entry of rows.map(readEntry)) {
    chain = entryHash({ recordId, ...entry }, salt, chain);
    await knex("events").where({ record_id: recordId, seq: entry.seq }).update({ hash: chain });
  }
  await knex("records").where({ id: recordId }).update({ chain });
}
