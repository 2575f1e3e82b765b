import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../server/adapters/sql/database.ts";
import { migrate } from "../../server/adapters/sql/migrate.ts";
import { storeMigrations } from "../../server/adapters/sql/migrations.ts";
import { startLibraryTown } from "../support/library-town.ts";
import { listOf25 } from "./lists.ts";
import { rawLimit } from "./raw-limit.ts";
import { printRows, type Row } from "./report.ts";
import { startUp } from "./start-up.ts";
import { bareExpress, transitionsInProcess, transitionsOverHttp } from "./transitions.ts";

/** Runs every row and prints the table. `--short` takes a fifth of the time; `--records=N` sets the size of the list (100,000). */
export async function bench(options: readonly string[]): Promise<void> {
  const milliseconds = options.includes("--short") ? 2_000 : 10_000;
  const records = Number(
    options.find((option) => option.startsWith("--records="))?.slice("--records=".length) ?? 100_000,
  );
  const folder = await mkdtemp(join(tmpdir(), "passerelle-bench-"));
  const opened = async (name: string) => {
    const database = await openDatabase(`sqlite:${join(folder, name)}`);
    await migrate(database, storeMigrations);
    return database;
  };
  try {
    const raw = await rawLimit(folder, milliseconds);
    await using transitions = await opened("transitions.db");
    await using lists = await opened("lists.db");
    const rows: Row[] = [
      ...(await transitionRows(raw, await transitionsInProcess(transitions, milliseconds), milliseconds)),
    ];
    rows.push(listRow(records, await listOf25(lists, records, milliseconds)));
    rows.push(
      ...startRows(
        await startUp(join(folder, "town"), {
          PASSERELLE_SAMPLE: "none",
          PASSERELLE_OFFICE: "test/support/library-office",
        }),
      ),
    );
    console.log(`Raw limit of this run: ${Math.round(raw)} commits a second.\n`);
    printRows(rows);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function transitionRows(raw: number, inProcess: number, milliseconds: number): Promise<readonly Row[]> {
  const town = await startLibraryTown();
  await using _product = town.product;
  const seconds = milliseconds / 1000;
  const overHttp = await transitionsOverHttp(town, seconds);
  const { body } = await town.call("/api/loans?range=[0,0]");
  const express = await bareExpress(Array.isArray(body) ? body[0] : body, seconds);
  return [
    ratioRow("transitions in process, 32 at once, SQLite FULL, against the raw limit", inProcess, raw, 1),
    ratioRow("transitions over HTTP, 32 connections, against a bare Express answer", overHttp, express, 0.45),
    ratioRow("transitions over HTTP, 32 connections, against the raw limit", overHttp, raw, 0.3),
  ];
}

function ratioRow(what: string, measured: number, limit: number, goal: number): Row {
  const ratio = measured / limit;
  return { what, measured: `${Math.round(measured)}/s`, ratio, goal: `≥ ${goal}`, reached: ratio >= goal };
}

function listRow(records: number, p50: number): Row {
  return {
    what: `list of 25 among ${records} records, filter and sort, p50`,
    measured: `${p50.toFixed(1)} ms`,
    ratio: null,
    goal: "≤ 5 ms at 1M",
    reached: p50 <= 5,
  };
}

function startRows({ readyAfter, memory }: { readonly readyAfter: number; readonly memory: number }): readonly Row[] {
  return [
    {
      what: "start to ready, built, database there",
      measured: `${Math.round(readyAfter)} ms`,
      ratio: null,
      goal: "≤ 1500 ms",
      reached: readyAfter <= 1500,
    },
    {
      what: "memory once idle",
      measured: `${Math.round(memory)} MB`,
      ratio: null,
      goal: "≤ 120 MB",
      reached: memory <= 120,
    },
  ];
}
