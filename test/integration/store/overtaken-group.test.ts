import { expect, test } from "vitest";
import { createChangeStore } from "../../../server/adapters/sql/changing/change-store.ts";
import { openDatabase } from "../../../server/adapters/sql/database.ts";
import { createRecordReader } from "../../../server/adapters/sql/reading/record-reader.ts";
import type { Connection } from "../../../server/adapters/sql/statement.ts";
import { migrate } from "../../../server/adapters/sql/tables/migrate.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import type { Case } from "../../../server/engine/execution/case.ts";
import { eachDatabase } from "../../support/databases.ts";
import { aCase, creation, next, update } from "./change-builder.ts";

const move = (loan: Case, stage: string) => update(next(loan, { stage }), { index: null });

eachDatabase((_open, makePlace) => {
  test("a group that another process overtakes between its facts and its writing is judged again", async () => {
    const place = await makePlace();
    await using ours = await openDatabase(place.url);
    await migrate(ours, storeMigrations);
    await using theirs = await openDatabase(place.url);
    const [first, second] = [aCase("loans", {}, { stage: "out" }), aCase("loans", {}, { stage: "out" })];
    await createChangeStore(ours).commit([creation(first), creation(second)]);

    let isOvertaken = false;
    const overtaken = (connection: Connection): Connection => ({
      query: (query) => connection.query(query),
      run: async (statement, parameters) => {
        const rows = await connection.run(statement, parameters);
        if (statement.name !== "facts" || isOvertaken) return rows;
        isOvertaken = true;
        expect(await createChangeStore(theirs).commit([move(first, "late")])).toEqual([{ done: true, seq: 2 }]);
        return rows;
      },
    });
    const store = createChangeStore({ ...ours, writing: (work) => ours.writing((one) => work(overtaken(one))) });
    expect(await store.commit([move(first, "returned"), move(second, "returned")])).toEqual([
      { done: false, why: "conflict", version: 2 },
      { done: true, seq: 2 },
    ]);
    expect(isOvertaken).toBe(true);
    const reader = createRecordReader(ours);
    const found = await reader.getMany([first.id, second.id]);
    expect(found.map(({ record }) => "stage" in record && record.stage)).toEqual(["late", "returned"]);
    expect((await reader.history("loans", first.id)).map(({ to }) => to)).toHaveLength(2);
    await place.remove();
  });
});
