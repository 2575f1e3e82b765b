import { expect, it } from "vitest";
import type { Change } from "../../../domain/changes/change.ts";
import type { LabelledRecord } from "../../../domain/records/record-reader.ts";
import { KnownRecords, type RecordsAnswered, type RecordsAsked } from "./known-records.ts";

const at = "2026-03-02T08:00:00.000Z";

const record = (id: string, version = 1): LabelledRecord["record"] => ({
  id,
  type: "loans",
  version,
  createdAt: at,
  updatedAt: at,
  data: { by: `${id} at its beginning` },
});

/** A change that leaves the record at that version; without `index`, one that keeps its data. */
function changed(id: string, version: number, index: Change["index"] = null): Change {
  const system = {};
  const entry = { at, actorId: "ada", actorName: "Ada", event: "LATE", from: null, to: null, changes: {}, system };
  return {
    kind: "update",
    record: { ...record(id, version), data: { by: "the one who changed it" } },
    entry: { ...entry, note: null },
    index,
    references: [],
    arm: [],
    cancel: [],
    effects: [],
  };
}

const newData: Change["index"] = { keys: {}, words: [], label: "", sortName: "" };

/** A database that answers what it is told to, when it is told to, and keeps what it was asked. */
function answering() {
  const asked: RecordsAsked[] = [];
  const waiting: ((answer: RecordsAnswered) => void)[] = [];
  return {
    asked,
    ask: (question: RecordsAsked) => {
      asked.push(question);
      return new Promise<RecordsAnswered>((resolve) => waiting.push(resolve));
    },
    answer: (changeCount: number, ...records: readonly LabelledRecord["record"][]) => {
      const rows = records.map((each) => [each.id, { record: each, label: each.id }] as const);
      waiting.shift()?.({ changeCount, records: new Map(rows) });
    },
  };
}

/** What is known of one loan that has been read at ten changes. */
async function oneLoanKnown() {
  const known = new KnownRecords();
  const database = answering();
  const first = known.read(["a"], database.ask);
  database.answer(10, record("a"));
  await first;
  database.asked.length = 0;
  return { known, ...database };
}

it("asks for a known record only whether it still stands, and for the others beside it", async () => {
  const { known, asked, ask, answer } = await oneLoanKnown();
  const found = known.read(["a", "b"], ask);
  answer(10, record("b"));
  expect((await found).get("a")?.record.version).toBe(1);
  expect((await found).get("b")?.record.version).toBe(1);
  expect(asked).toEqual([{ ids: ["b"], known: ["a"], counts: [10, 10] }]);
});

it("takes what another process has changed", async () => {
  const { known, asked, ask, answer } = await oneLoanKnown();
  const found = known.read(["a"], ask);
  answer(11, record("a", 2));
  expect((await found).get("a")?.record.version).toBe(2);
  const again = known.read(["a"], ask);
  answer(11);
  expect((await again).get("a")?.record.version).toBe(2);
  expect(asked.map(({ counts }) => counts)).toEqual([
    [10, 10],
    [11, 11],
  ]);
});

it("knows a case that it has moved, with the data that it keeps", async () => {
  const { known, ask, answer } = await oneLoanKnown();
  known.begin(1);
  known.wrote([changed("a", 2)], 10);
  known.end();
  const found = known.read(["a"], ask);
  answer(11);
  expect((await found).get("a")?.record).toEqual(record("a", 2));
});

it("waits for the group that it is writing when that is all that is new", async () => {
  const { known, asked, ask, answer } = await oneLoanKnown();
  known.begin(1);
  const found = known.read(["a"], ask);
  expect(asked).toEqual([{ ids: [], known: ["a"], counts: [10, 11] }]);
  answer(11);
  known.wrote([changed("a", 2)], 10);
  known.end();
  expect((await found).get("a")?.record.version).toBe(2);
  expect(asked).toHaveLength(1);
});

it("reads again when another process wrote as many changes as its own group, which failed", async () => {
  const { known, asked, ask, answer } = await oneLoanKnown();
  known.begin(1);
  const found = known.read(["a"], ask);
  answer(11);
  known.end();
  await expect.poll(() => asked.length).toBe(2);
  answer(11, record("a", 2));
  expect((await found).get("a")?.record.version).toBe(2);
});

it("reads again what its own group gave other data meanwhile", async () => {
  const { known, asked, ask, answer } = await oneLoanKnown();
  known.begin(1);
  const found = known.read(["a"], ask);
  answer(11);
  known.wrote([changed("a", 2, newData)], 10);
  known.end();
  await expect.poll(() => asked.length).toBe(2);
  expect(asked[1]).toEqual({ ids: ["a"], known: [], counts: [11, 11] });
  answer(11, record("a", 2));
  expect((await found).get("a")?.record.version).toBe(2);
});

it("a case that was changed between the end of a group and whoever asked for it was answered as unknown", async () => {
  const { known, ask, answer } = await oneLoanKnown();
  known.begin(1);
  const found = known.read(["a"], ask);
  answer(11);
  known.wrote([changed("a", 2)], 10);
  known.end();
  const records = await found;
  known.begin(1);
  known.wrote([changed("a", 3, newData)], 11);
  known.end();
  expect(records.get("a")?.record.version).toBe(2);
});

it("answers a record as it was when it was asked for, though it is changed before the answer comes", async () => {
  const { known, ask, answer } = await oneLoanKnown();
  const found = known.read(["a"], ask);
  known.begin(1);
  known.wrote([changed("a", 2, newData)], 10);
  known.end();
  answer(10);
  expect((await found).get("a")?.record.version).toBe(1);
});

it("forgets all of it when its own group came after somebody else's", async () => {
  const { known, asked, ask } = await oneLoanKnown();
  known.begin(1);
  known.wrote([changed("a", 3)], 12);
  known.end();
  void known.read(["a"], ask);
  expect(asked).toEqual([{ ids: ["a"], known: [], counts: [13, 13] }]);
});

it("does not learn from an answer that came too late", async () => {
  const { known, asked, ask, answer } = await oneLoanKnown();
  const late = known.read(["b"], ask);
  known.begin(1);
  known.wrote([changed("b", 2)], 10);
  known.end();
  answer(10, record("b"));
  expect((await late).get("b")?.record.version).toBe(1);
  void known.read(["b"], ask);
  expect(asked[1]).toEqual({ ids: ["b"], known: [], counts: [11, 11] });
});
