import { openDatabase } from "../../server/adapters/sql/database.ts";
import { migrate } from "../../server/adapters/sql/tables/migrate.ts";
import { storeMigrations } from "../../server/adapters/sql/tables/migrations.ts";
import { type LibraryTown, startLibraryTown } from "../support/library-town.ts";
import type { BenchPlace } from "./bench-place.ts";
import { type Contender, inTurns, medianOf, medianRatio } from "./measure.ts";
import { openPeers } from "./peers.ts";
import { rawLimit } from "./raw-limit.ts";
import type { Row } from "./report.ts";
import { bareExpress, transitionsInProcess, transitionsOverHttp } from "./transitions.ts";

/**
 * Transitions in process and over HTTP on both databases in turns with the raw limit and the bare Express; then those in
 * process in turns with the peers that are installed, which look for work all the time and would take it from the others.
 */
export async function transitionRows(place: BenchPlace): Promise<readonly Row[]> {
  await using raw = await rawLimit(place.folder);
  await using sqlite = await openStore(place.sqliteUrl("transitions"));
  await using postgres = await openStore(place.postgresUrl("transitions"));
  const onSqlite = await startLibraryTown();
  await using _product = onSqlite.product;
  const onPostgres = await startLibraryTown({ environment: { DATABASE_URL: place.postgresUrl("town") } });
  await using _other = onPostgres.product;
  await using express = await bareExpress(await oneLoan(onSqlite));
  const contenders = {
    raw,
    sqlite: await transitionsInProcess(sqlite),
    postgres: await transitionsInProcess(postgres),
    express,
    httpSqlite: await transitionsOverHttp(onSqlite),
    httpPostgres: await transitionsOverHttp(onPostgres),
  };
  const rounds = await inTurns<string>(contenders, place);
  const against = (name: keyof typeof contenders, limit: "raw" | "express", { what, goal }: Goal): Row => {
    const ratio = medianRatio(rounds, name, limit);
    const measured = `${Math.round(medianOf(rounds, name))}/s`;
    return { what, measured, ratio, goal: `≥ ${goal.toFixed(2)}`, reached: ratio >= goal };
  };
  const perSecond = (what: string, name: string): Row => ({
    what,
    measured: `${Math.round(medianOf(rounds, name))}/s`,
    ratio: medianRatio(rounds, name, "raw"),
    goal: "",
    reached: null,
  });
  return [
    perSecond("limit: 1 select, 1 update, 2 inserts, one commit each, SQLite NORMAL", "raw"),
    perSecond("limit: bare Express, same JSON, 32 connections", "express"),
    against("sqlite", "raw", { what: "transitions in process, 32 at once, SQLite FULL / raw", goal: 1 }),
    against("postgres", "raw", { what: "transitions in process, 32 at once, PostgreSQL / raw", goal: 1 }),
    against("httpSqlite", "express", { what: "transitions over HTTP, SQLite FULL / bare Express", goal: 0.45 }),
    against("httpPostgres", "express", { what: "transitions over HTTP, PostgreSQL / bare Express", goal: 0.45 }),
    against("httpSqlite", "raw", { what: "transitions over HTTP, SQLite FULL / raw", goal: 0.3 }),
    against("httpPostgres", "raw", { what: "transitions over HTTP, PostgreSQL / raw", goal: 0.3 }),
    ...(await besidePeers(contenders, place)),
  ];
}

type InProcess = { readonly [name in "raw" | "sqlite" | "postgres"]: Contender };

async function besidePeers({ raw, sqlite, postgres }: InProcess, place: BenchPlace): Promise<readonly Row[]> {
  await using peers = await openPeers(place.postgresUrl("peers"));
  if (peers.advice !== null) return [{ what: peers.advice, measured: "", ratio: null, goal: "", reached: null }];
  const rounds = await inTurns<string>({ raw, sqlite, postgres, ...peers.contenders }, place);
  const names = Object.keys(peers.contenders);
  const pace = (name: string) => medianOf(rounds, name);
  const best = names.reduce((one, other) => (pace(other) > pace(one) ? other : one));
  const against = (what: string, name: string, limit: string): Row => ({
    what,
    measured: `${Math.round(pace(name))}/s`,
    ratio: medianRatio(rounds, name, limit),
    goal: "",
    reached: null,
  });
  const toReach = (row: Row): Row => ({ ...row, goal: "≥ 10", reached: (row.ratio ?? 0) >= 10 });
  return [
    ...names.map((name) => against(`peer: ${name} / raw`, name, "raw")),
    toReach(against(`transitions in process, SQLite FULL / ${best}`, "sqlite", best)),
    toReach(against(`transitions in process, PostgreSQL / ${best}`, "postgres", best)),
  ];
}

interface Goal {
  readonly what: string;
  readonly goal: number;
}

async function openStore(url: string) {
  const database = await openDatabase(url);
  await migrate(database, storeMigrations);
  return database;
}

/** What a transition answers. */
async function oneLoan(town: LibraryTown): Promise<unknown> {
  const made = async (type: string, body: object) =>
    ((await town.call(`/api/${type}`, { method: "POST", body })).body as { readonly id: string }).id;
  const memberId = await made("members", { firstName: "Jeanne", lastName: "Roux", cardUntil: "2099-01-01" });
  const bookId = await made("books", { title: "Germinal", author: "Émile Zola", copies: 1 });
  return (await town.call("/api/loans", { method: "POST", body: { memberId, bookId, dueOn: "2099-01-01" } })).body;
}
