import { expect, test } from "vitest";
import { createChangeStore } from "../../../server/adapters/sql/changing/change-store.ts";
import { openDatabase } from "../../../server/adapters/sql/database.ts";
import { migrate } from "../../../server/adapters/sql/tables/migrate.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import { postgresPlace } from "../../support/databases.ts";
import { aCase, creation, next, update } from "./change-builder.ts";

test("a move that waits for a case of another process does not keep that process from counting its change", async () => {
  const place = await postgresPlace();
  await using ours = await openDatabase(place.url);
  await migrate(ours, storeMigrations);
  await using theirs = await openDatabase(place.url);
  const loan = aCase("loans", {}, { stage: "out" });
  const store = createChangeStore(ours);
  await store.commit([creation(loan)]);

  const other = await theirs.knex.transaction();
  await other.raw("SELECT id FROM records WHERE id = ? FOR NO KEY UPDATE", [loan.id]);
  // The facts of the move lock their case too: those that were read before are stood in for.
  const unlocked = createChangeStore({
    ...ours,
    writing: (work) =>
      ours.writing((connection) =>
        work({
          query: (query) => connection.query(query),
          run: (statement, parameters) =>
            connection.run(
              statement.name === "facts"
                ? { name: "unlocked-facts", sql: statement.sql.replaceAll(/FOR (NO KEY UPDATE|KEY SHARE|UPDATE)/g, "") }
                : statement,
              parameters,
            ),
        }),
      ),
  });
  const moved = unlocked.commit([update(next(loan, { stage: "late" }), { index: null })]);
  const waiting = async () => {
    const { rows } = await theirs.knex.raw(
      `SELECT count(*) AS count FROM pg_stat_activity
      WHERE wait_event_type = 'Lock' AND query LIKE 'WITH %' AND application_name = current_setting('application_name')`,
    );
    return Number(rows[0].count);
  };
  await expect.poll(waiting).toBe(1);
  // Sooner than PostgreSQL looks for circles, and ends them.
  await other.raw("SET LOCAL lock_timeout = '500ms'");
  await other.raw("UPDATE counters SET value = value + 1 WHERE name = 'changes'");
  await other.commit();
  expect(await moved).toEqual([{ done: true, seq: 2 }]);
  await place.remove();
});
