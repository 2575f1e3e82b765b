import { createChangeStore } from "../../server/adapters/sql/changing/change-store.ts";
import { type Database, openDatabase } from "../../server/adapters/sql/database.ts";
import { migrate } from "../../server/adapters/sql/tables/migrate.ts";
import { storeMigrations } from "../../server/adapters/sql/tables/migrations.ts";
import { type ListRequest, listRecords } from "../../server/domain/records/lists/list-records.ts";
import { type Library, openLibrary } from "../support/library-office/open-library.ts";
import { multiply } from "../support/multiply.ts";
import { fill } from "../support/volume.ts";
import type { BenchPlace } from "./bench-place.ts";
import { type Contender, pace } from "./measure.ts";
import type { Row } from "./report.ts";
import { transitionsInProcess } from "./transitions.ts";

const goal = 5;
const authors = 500;
const subjects = ["novel", "essay", "poetry", "history", "science", "travel", "children"];

/** More are copied: the one road writes some thousand a second. */
const written = 10_000;

/** What a list costs as the library grows: pages of 25 by filters, by an item of a list, by words, and the last page that a list shows. */
const lists: { readonly [what: string]: (turn: number) => Omit<ListRequest, "type"> } = {
  "sort alone": () => ({ sort: ["title", "ASC"] }),
  "sort alone, the last page that is counted": () => ({ sort: ["title", "ASC"], range: [9975, 9999] }),
  "filter and sort": (turn) => ({ filter: { author: authorOf(turn) }, sort: ["title", "ASC"] }),
  "two filters": (turn) => ({ filter: { author: authorOf(turn), copies_gte: 2 }, sort: ["title", "ASC"] }),
  "an item of a list": (turn) => ({ filter: { subjects: [subjectOf(turn)] }, sort: ["title", "ASC"] }),
  "a word that few have": (turn) => ({ filter: { q: `${7919 * (1 + (turn % 97))}` }, sort: ["title", "ASC"] }),
  "words that many have": (turn) => ({ filter: { q: `book ${1 + (turn % 97)}` }, sort: ["title", "ASC"] }),
};

/** Lists and transitions among 1,000 records and ten times more at each step: flat or logarithmic is the goal. */
export async function growthRows(place: BenchPlace): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const places = { SQLite: place.sqliteUrl("growth"), PostgreSQL: place.postgresUrl("growth") };
  for (const [name, url] of Object.entries(places)) {
    await using database = await openDatabase(url);
    await migrate(database, storeMigrations);
    rows.push(...(await growthOf(name, database, place)));
  }
  return rows;
}

async function growthOf(name: string, database: Database, place: BenchPlace): Promise<readonly Row[]> {
  const library = await openLibrary(database);
  const transitions = await transitionsInProcess(database, library);
  const rows: Row[] = [];
  let size = 0;
  for (const next of sizes(place.records)) {
    if (next <= written) await addBooks(database, { from: size, count: next - size });
    else await multiply(database, "books", next);
    size = next;
    rows.push(...(await rowsAt(`${name}, ${size} records`, { library, transitions, place })));
  }
  return rows;
}

interface Measured {
  readonly library: Library;
  readonly transitions: Contender;
  readonly place: BenchPlace;
}

async function rowsAt(where: string, { library, transitions, place }: Measured): Promise<readonly Row[]> {
  const { milliseconds } = place;
  await transitions(milliseconds / 4);
  const perSecond = await transitions(milliseconds);
  const rows: Row[] = [
    {
      what: `${where}: transitions, 32 at once`,
      measured: `${Math.round(perSecond)}/s`,
      ratio: null,
      goal: "flat",
      reached: null,
    },
  ];
  const caller = library.as("librarian");
  for (const [what, requestOf] of Object.entries(lists)) {
    const once = (turn: number) =>
      listRecords(library.office, caller, { type: "books", range: [0, 24], ...requestOf(turn) });
    await pace({ atOnce: 1, milliseconds: milliseconds / 4, once });
    const { p50 } = await pace({ atOnce: 1, milliseconds, once });
    const measured = `${p50.toFixed(1)} ms`;
    rows.push({
      what: `${where}: 25 by ${what}, p50`,
      measured,
      ratio: null,
      goal: `≤ ${goal} ms`,
      reached: p50 <= goal,
    });
  }
  const memory = Math.round(process.memoryUsage.rss() / 1e6);
  rows.push({
    what: `${where}: memory of the process`,
    measured: `${memory} MB`,
    ratio: null,
    goal: "",
    reached: null,
  });
  return rows;
}

/** As an import leaves them. */
async function addBooks(database: Database, { from, count }: { readonly from: number; readonly count: number }) {
  await fill(createChangeStore(database), {
    type: "books",
    count,
    dataOf: (offset) => ({
      title: `Book ${((from + offset) * 7919) % 1_000_003}`,
      author: authorOf(from + offset),
      copies: 1 + ((from + offset) % 4),
      subjects: [subjectOf(from + offset)],
    }),
  });
  await database.dialect.tables.refreshStatistics(database.patient);
}

function sizes(largest: number): readonly number[] {
  const before = [1000, written, 100_000].filter((size) => size < largest);
  return [...before, largest];
}

function authorOf(number: number): string {
  return `Author ${number % authors}`;
}

function subjectOf(number: number): string {
  return subjects[number % subjects.length] ?? "novel";
}
