import { expect, test } from "vitest";
import type { Condition } from "../../../server/domain/records/record-reader.ts";
import type { Case } from "../../../server/engine/execution/case.ts";
import { eachDatabase, type OpenTestDatabase } from "../../support/databases.ts";
import { aCase, aRecord, creation, deletion, next, reference, update } from "./change-builder.ts";
import { systemField } from "./library-types.ts";
import { openLibrary } from "./open-library.ts";

const zoe = aRecord("readers", { name: "Zoé Martin", town: "Angers", secret: "debt" });
const lea = aRecord("readers", { name: "Léa Martin-Petit", town: "Trélazé" });
const words = {
  zoe: ["azoe", "amartin", "aangers", "bdebt"],
  lea: ["alea", "amartin", "apetit", "atrelaze"],
};

function aLoan(name: string, more: Partial<Case>): Case {
  return aCase("loans", { name }, more);
}

const loans = [
  aLoan("out", { stage: "out", assigneeId: "ada", dueAt: "2026-03-01T00:00:00.000Z" }),
  aLoan("late", { stage: "out.late", assigneeId: "bob" }),
  aLoan("outside", { stage: "outside" }),
  aLoan("parallel", { stage: "fine.paid,reminder.sent" }),
  aLoan("back", { stage: "back", status: "done" }),
];
const [out, late, outside] = loans;
if (!out || !late || !outside) throw new Error("loans are there");

async function openFilled(open: OpenTestDatabase) {
  const library = await openLibrary(open);
  const index = (of: "zoe" | "lea") => ({ index: { keys: {}, words: words[of], label: of, sortName: of } });
  const readerOf = new Map([
    [out, zoe],
    [late, lea],
    [outside, zoe],
  ]);
  await library.write(creation(zoe, index("zoe")), creation(lea, index("lea")));
  await library.write(
    ...loans.map((loan) => {
      const reader = readerOf.get(loan);
      return creation(loan, { references: reader ? [reference("readerId", reader)] : [] });
    }),
  );
  const found = async (type: string, ...where: readonly Condition[]) => {
    const { rows } = await library.reader.list({ type, where, sort: [], offset: 0, limit: 25 });
    return rows.map(({ record }) => record.data["name"]);
  };
  return { ...library, found };
}

const search = (text: string, classes: readonly string[]): Condition => ({
  op: "words",
  words: text.split(" "),
  classes,
  through: [],
});

eachDatabase((open) => {
  test.each([
    ["out", ["out", "late"]],
    ["out.late", ["late"]],
    ["outside", ["outside"]],
    ["fine", ["parallel"]],
    ["reminder.sent", ["parallel"]],
    ["reminder.se", []],
    ["o", []],
    ["OUT", []],
  ])("finds the stage %s and what is under it", async (path, names) => {
    await using library = await openFilled(open);
    expect(await library.found("loans", { op: "stage", path })).toEqual(names);
  });

  test("finds by what the engine keeps of a case", async () => {
    await using library = await openFilled(open);
    const system = systemField;
    expect(await library.found("loans", { op: "eq", field: system("status"), value: "done" })).toEqual(["back"]);
    expect(await library.found("loans", { op: "in", field: system("assigneeId"), values: ["bob", "ada"] })).toEqual([
      "out",
      "late",
    ]);
    expect(await library.found("loans", { op: "null", field: system("assigneeId"), is: true })).toHaveLength(3);
    expect(
      await library.found("loans", { op: "lte", field: system("dueAt"), value: "2026-03-01T00:00:00.000Z" }),
    ).toEqual(["out"]);
    expect(await library.found("loans", { op: "eq", field: system("version"), value: 1.5 })).toEqual([]);
    expect(await library.found("loans", { op: "in", field: system("id"), values: [late.id] })).toEqual(["late"]);
  });

  test("finds words by their beginning, in the classes that the reader may read", async () => {
    await using library = await openFilled(open);
    expect(await library.found("readers", search("mart", ["a"]))).toEqual(["Zoé Martin", "Léa Martin-Petit"]);
    expect(await library.found("readers", search("mart zo", ["a"]))).toEqual(["Zoé Martin"]);
    expect(await library.found("readers", search("artin", ["a"]))).toEqual([]);
    expect(await library.found("readers", search("debt", ["a"]))).toEqual([]);
    expect(await library.found("readers", search("debt mart", ["a", "b"]))).toEqual(["Zoé Martin"]);
    expect(await library.found("readers", search("mart", []))).toEqual([]);
    expect(await library.found("loans", search("mart", ["a"]))).toEqual([]);
  });

  test.each(["it's", 'a"b', "a:b*", "(", "back\\slash", "& | !", "été", "日本", "NEAR", "-"])(
    "takes %s for a word like any other",
    async (word) => {
      await using library = await openFilled(open);
      expect(await library.found("readers", search(word, ["a"]))).toEqual([]);
    },
  );

  test("forgets the words that a record had", async () => {
    await using library = await openFilled(open);
    const moved = { keys: {}, words: ["azoe", "anantes"], label: "zoe", sortName: "zoe" };
    await library.write(update(next(zoe, {}), { index: moved }));
    expect(await library.found("readers", search("angers", ["a"]))).toEqual([]);
    expect(await library.found("readers", search("nantes", ["a"]))).toEqual(["Zoé Martin"]);
    const gone = aRecord("readers", { name: "Jo" });
    await library.write(creation(gone, { index: { keys: {}, words: ["ajo"], label: "", sortName: "" } }));
    await library.write(deletion(gone));
    expect(await library.found("readers", search("jo", ["a"]))).toEqual([]);
  });

  test("searches the records that a case is called after", async () => {
    await using library = await openFilled(open);
    const through = [{ field: "readerId", type: "readers", classes: ["a"] }];
    const called = (text: string): Condition => ({ op: "words", words: text.split(" "), classes: ["a"], through });
    expect(await library.found("loans", called("martin"))).toEqual(["out", "late", "outside"]);
    expect(await library.found("loans", called("zoe outs"))).toEqual(["outside"]);
    expect(await library.found("loans", called("debt"))).toEqual([]);
  });

  test("follows references both ways", async () => {
    await using library = await openFilled(open);
    const named: Condition = { op: "eq", field: { name: "name", kind: "exact" }, value: "Zoé Martin" };
    const ofZoe: Condition = { op: "reference", field: "readerId", type: "readers", where: [named] };
    expect(await library.found("loans", ofZoe)).toEqual(["out", "outside"]);
    const isLate: Condition = { op: "stage", path: "out.late" };
    const withLate: Condition = { op: "referredFrom", type: "loans", field: "readerId", where: [isLate] };
    expect(await library.found("readers", withLate)).toEqual(["Léa Martin-Petit"]);
    const both: Condition = { op: "reference", field: "readerId", type: "readers", where: [withLate] };
    expect(await library.found("loans", both)).toEqual(["late"]);
    expect(await library.found("loans", { ...ofZoe, field: "otherId" })).toEqual([]);
  });

  test("tells what refers to a record and what it refers to", async () => {
    await using library = await openFilled(open);
    const link = { field: "readerId", direction: "from", type: "loans" };
    expect(await library.reader.links(zoe.id)).toEqual([
      { ...link, id: out.id, label: "out" },
      { ...link, id: outside.id, label: "outside" },
    ]);
    expect(await library.reader.links(late.id)).toEqual([
      { field: "readerId", direction: "to", type: "readers", id: lea.id, label: "lea" },
    ]);
  });
});
