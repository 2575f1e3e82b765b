import { expect, it } from "vitest";
import { groupedReads } from "./grouped-reads.ts";
import type { LabelledRecord, RecordReader } from "./record-reader.ts";

function book(id: string): LabelledRecord {
  const at = "2026-03-02T08:00:00.000Z";
  return { record: { id, type: "books", version: 1, createdAt: at, updatedAt: at, data: {} }, label: id };
}

/** A shelf that only knows how to look up many, and keeps what it was asked. */
function shelf(asked: (readonly string[])[]): RecordReader {
  const lost = () => Promise.reject(new Error("This shelf only looks up ids"));
  return {
    get: lost,
    list: lost,
    count: lost,
    aggregate: lost,
    history: lost,
    links: lost,
    revision: lost,
    changedSince: lost,
    around: lost,
    getMany: async (ids) => {
      asked.push(ids);
      if (ids.includes("torn")) throw new Error("torn");
      return ids.filter((id) => id !== "missing").map(book);
    },
  };
}

it("looks up together what is asked for while a read is under way", async () => {
  const asked: (readonly string[])[] = [];
  const reader = groupedReads(shelf(asked));
  const [first, second, again, missing, other, many] = await Promise.all([
    reader.get("books", "a"),
    reader.get("books", "b"),
    reader.get("books", "b"),
    reader.get("books", "missing"),
    reader.get("members", "c"),
    reader.getMany(["d", "missing", "a"]),
  ]);
  expect(asked).toEqual([["a", "b", "missing", "c", "d"]]);
  expect([first?.label, second?.label, again?.label, missing, other]).toEqual(["a", "b", "b", null, null]);
  expect(many.map((row) => row.label)).toEqual(["d", "a"]);
});

it("tells everyone who waited when a read fails, and goes on", async () => {
  const reader = groupedReads(shelf([]));
  const outcomes = await Promise.allSettled(["a", "b", "torn"].map((id) => reader.get("books", id)));
  expect(outcomes.map((outcome) => outcome.status)).toEqual(["rejected", "rejected", "rejected"]);
  expect((await reader.get("books", "b"))?.label).toBe("b");
});
