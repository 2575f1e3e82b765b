import fc from "fast-check";
import { expect, it } from "vitest";
import { changesBetween, mergeData } from "../../../engine/execution/merge-data.ts";
import type { JsonObject } from "../../../plugin-api/json.ts";
import type { StoredEntry } from "../record-reader.ts";
import { foldHistory } from "./fold-history.ts";

const address = { type: "books", id: "019cad8f-ac00-7000-bfff-ffffffffffff" };

function entry(version: number, change: Partial<StoredEntry>): StoredEntry {
  const at = `2026-03-02T08:00:0${version % 10}.000Z`;
  const who = { actorId: "ana", actorName: "Ana", note: null };
  return {
    seq: version,
    version,
    at,
    ...who,
    event: "update",
    from: null,
    to: null,
    changes: {},
    system: {},
    ...change,
  };
}

it("lays every change over the one before", () => {
  const fields = fc.constantFrom("title", "author", "pages", "subjects");
  const value = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string()), fc.constant(null));
  const patches = fc.array(fc.dictionary(fields, value), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(patches, (history: JsonObject[]) => {
      let data: JsonObject = {};
      const entries = history.map((patch, index) => {
        const next = mergeData(data, patch);
        const changes = changesBetween(data, next);
        data = next;
        return entry(index + 1, { changes });
      });
      expect(foldHistory(address, entries)).toMatchObject({ ...address, version: history.length, data });
      expect(foldHistory(address, entries)?.data).toEqual(data);
    }),
  );
});

it("tells the system fields of the last entry, which are no data", () => {
  const moved = { assigneeId: { from: null, to: "ana" } };
  const folded = foldHistory(address, [
    entry(1, { event: "create", system: { stage: "out", assigneeId: null } }),
    entry(2, { changes: moved, system: { stage: "back", assigneeId: "ana" } }),
  ]);
  expect(folded).toMatchObject({ stage: "back", assigneeId: "ana", data: {} });
  expect(folded?.createdAt).toBe("2026-03-02T08:00:01.000Z");
});

it("is nothing before the creation and after the deletion", () => {
  expect(foldHistory(address, [])).toBeNull();
  expect(foldHistory(address, [entry(1, { event: "create" }), entry(2, { event: "delete" })])).toBeNull();
});
