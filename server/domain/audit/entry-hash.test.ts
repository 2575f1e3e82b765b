import { expect, test } from "vitest";
import { type ChainedEntry, entryHash, erasedEntry, noteField } from "./entry-hash.ts";
import { newSalt, readSalt, saltFor, writeSalt } from "./record-salt.ts";

const entry: ChainedEntry = {
  recordId: "r1",
  seq: 2,
  at: "2026-03-02T08:00:00.000Z",
  actorId: "ada",
  actorName: "Ada",
  event: "update",
  from: null,
  to: null,
  changes: { lastName: { from: "Roux", to: "Blanc" }, district: { from: null, to: "north" } },
  system: { stage: "out", armed: {} },
  note: "married",
};

test("the same entry gives the same link, whatever the order of its fields, after a way through JSON too", () => {
  const salt = newSalt();
  const { district, lastName } = entry.changes;
  const shuffled = { ...entry, changes: { district, lastName } } as ChainedEntry;
  expect(entryHash(shuffled, salt, "before")).toBe(entryHash(entry, salt, "before"));
  expect(entryHash(JSON.parse(JSON.stringify(entry)), salt, "before")).toBe(entryHash(entry, salt, "before"));
});

test("anything that is changed in it gives another link", () => {
  const salt = newSalt();
  const links = [
    entryHash(entry, salt, "before"),
    entryHash(entry, salt, "another before"),
    entryHash(entry, newSalt(), "before"),
    entryHash({ ...entry, seq: 3 }, salt, "before"),
    entryHash({ ...entry, actorName: "Bob" }, salt, "before"),
    entryHash({ ...entry, note: null }, salt, "before"),
    entryHash({ ...entry, changes: { ...entry.changes, district: { from: null, to: "south" } } }, salt, "before"),
    entryHash({ ...entry, system: { stage: "in", armed: {} } }, salt, "before"),
  ];
  expect(new Set(links).size).toBe(links.length);
});

test("what is erased leaves the link as it was, and no value or secret behind", () => {
  const salt = newSalt();
  const link = entryHash(entry, salt, "before");
  const left = { ...entry, ...erasedEntry(entry, salt, (field) => field === "district") } as ChainedEntry;
  const leftSalt = readSalt(writeSalt(saltFor(salt, ["district"])));
  expect(entryHash(left, leftSalt, "before")).toBe(link);
  expect(Object.keys(left.erased ?? {})).toEqual(["lastName", noteField]);
  expect(JSON.stringify([left, leftSalt])).not.toMatch(/Roux|Blanc|married/);
  expect(JSON.stringify(leftSalt)).not.toContain(writeSalt(salt));
});

test("what stays after an erasure is still checked", () => {
  const salt = newSalt();
  const left = erasedEntry(entry, salt, (field) => field === "district");
  const changed = { ...entry, ...left, changes: { district: { from: null, to: "south" } } } as ChainedEntry;
  expect(entryHash(changed, saltFor(salt, ["district"]), "before")).not.toBe(entryHash(entry, salt, "before"));
});
