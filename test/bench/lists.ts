import { createChangeStore } from "../../server/adapters/sql/change-store.ts";
import type { Database } from "../../server/adapters/sql/database.ts";
import { listRecords } from "../../server/domain/records/list-records.ts";
import { openLibrary } from "../support/library-office/open-library.ts";
import { fill } from "../support/volume.ts";
import { pace } from "./measure.ts";

/** Median milliseconds of a list of 25 with a filter and a sort, among that many records. */
export async function listOf25(database: Database, count: number, milliseconds: number): Promise<number> {
  const { office, as } = await openLibrary(database);
  const caller = as("librarian");
  await fill(createChangeStore(database), {
    type: "books",
    count,
    dataOf: (place) => ({
      title: `Book ${(place * 7919) % count}`,
      author: `Author ${place % 500}`,
      copies: 1 + (place % 4),
    }),
  });
  const { p50 } = await pace({
    atOnce: 1,
    milliseconds,
    once: (turn) =>
      listRecords(office, caller, {
        type: "books",
        filter: { author: `Author ${turn % 500}` },
        sort: ["title", "ASC"],
        range: [0, 24],
      }),
  });
  return p50;
}
