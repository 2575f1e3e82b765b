import { monitorEventLoopDelay } from "node:perf_hooks";
import { createChangeStore } from "../../server/adapters/sql/changing/change-store.ts";
import { openDatabase } from "../../server/adapters/sql/database.ts";
import { migrate } from "../../server/adapters/sql/tables/migrate.ts";
import { storeMigrations } from "../../server/adapters/sql/tables/migrations.ts";
import type { Condition } from "../../server/domain/records/record-reader.ts";
import type { AggregateQuery } from "../../server/plugin-api/contributions/index.ts";
import { openLibrary } from "../support/library-office/open-library.ts";
import { multiply } from "../support/multiply.ts";
import { fill } from "../support/volume.ts";
import type { BenchPlace } from "./bench-place.ts";
import { pace } from "./measure.ts";
import type { Row } from "./report.ts";

const conditions = ["good", "worn", "damaged"];
const goal = 15;
const adHocGoal = 300;
/** More are copied: the one road writes some thousand a second. */
const written = 10_000;

/** Figures over many cases: by month, by two fields and by month, and their number. */
const questions: { readonly [what: string]: Pick<AggregateQuery, "groupBy"> } = {
  "in all": { groupBy: [] },
  "by month": { groupBy: [{ field: "dueOn", by: "month" }] },
  "by month × condition × stage": { groupBy: [{ field: "dueOn", by: "month" }, "condition", "stage"] },
};

/** What a report asks for, over all records and over those of a year; the first question reads the values that it needs. */
export async function reportRows(place: BenchPlace): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [name, url] of Object.entries({
    SQLite: place.sqliteUrl("reports"),
    PostgreSQL: place.postgresUrl("reports"),
  })) {
    await using database = await openDatabase(url);
    await migrate(database, storeMigrations);
    const { office } = await openLibrary(database);
    await fill(createChangeStore(database), {
      type: "loans",
      count: Math.min(place.records, written),
      stages: ["out.reading", "out.overdue", "returned"],
      dataOf: (number) => ({ dueOn: dayOf(number), condition: conditions[number % 3] ?? "good", renewals: number % 5 }),
    });
    await multiply(database, "loans", place.records);
    const dueOn = office.registry.type("loans")?.fields.get("dueOn")?.ref;
    if (dueOn === undefined) throw new Error("Loans have no due date");
    const year: readonly Condition[] = [
      { op: "gte", field: dueOn, value: "2024-01-01" },
      { op: "lte", field: dueOn, value: "2024-12-31" },
    ];
    for (const [period, where] of Object.entries({ "all years": [], "one year": year })) {
      for (const [what, query] of Object.entries(questions)) {
        const once = () => office.reader.aggregate("loans", where, query);
        const asked = `${name}, ${place.records} cases, ${period}: ${what}`;
        const { first, stoodStill } = await watched(once);
        const { p50 } = await pace({ atOnce: 1, milliseconds: place.milliseconds, once });
        rows.push(
          timed(`${asked}, the first time (others waited ${Math.round(stoodStill)} ms at most)`, first, adHocGoal),
          timed(`${asked}, p50`, p50, goal),
        );
      }
    }
  }
  return rows;
}

function timed(what: string, milliseconds: number, atMost: number): Row {
  const measured = `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`;
  return { what, measured, ratio: null, goal: `≤ ${atMost} ms at 1M`, reached: milliseconds <= atMost };
}

/** How long something takes, and the longest that nothing else was done meanwhile. */
async function watched(work: () => Promise<unknown>) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  await work();
  const first = performance.now() - began;
  delay.disable();
  return { first, stoodStill: delay.max / 1e6 };
}

/** Ten years of days. */
function dayOf(number: number): string {
  return new Date(Date.UTC(2018, 0, 1 + ((number * 7919) % 3650))).toISOString().slice(0, 10);
}
