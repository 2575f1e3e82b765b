import { expect, test } from "vitest";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { matchQuestions } from "../../../server/domain/questions/match-questions.ts";
import { type RuleInquiry, type RuleQuestion, ruleQuestions } from "../../../server/domain/questions/rule-questions.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import type { WorkflowDefinition } from "../../../server/plugin-api/workflow-definition.ts";
import { eachDatabase } from "../../support/databases.ts";
import { type Library, openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newBook, newLoan, newMember, refusalOf } from "../cases/library-story.ts";

/** Books to be bought: the rule of a plugin is asked when one is wished for, and when it is approved. */
const orders: WorkflowDefinition = {
  id: "orders",
  title: "Orders",
  schema: {
    type: "object",
    properties: { bookId: { type: "string", "x-reference": "books" }, price: { type: "integer" } },
  },
  create: { title: "Wish for", guard: { type: "affordable" } },
  machine: {
    initial: "wished",
    states: {
      wished: {
        on: {
          APPROVE: {
            target: "approved",
            guard: { type: "all", params: { guards: [{ type: "affordable", params: { most: 50 } }] } },
            meta: { title: "Approve" },
          },
        },
      },
      approved: { tags: ["closed"] },
    },
  },
  forms: { APPROVE: { type: "object", properties: { price: { type: "integer" } } } },
};

const affordable = { title: "Affordable", evaluate: () => ({ ok: true as const }) };

const opened = (database: Parameters<typeof openLibrary>[0]) =>
  openLibrary(database, { guards: { affordable }, workflows: [orders] });

const inquiry: RuleInquiry = { guard: "affordable", since: null, after: null, language: "en" };

async function newOrder(library: Library, data: { readonly bookId?: string; readonly price: number }): Promise<string> {
  return idOf(await createRecord(library.office, library.as("admin"), { type: "orders", data }));
}

function approve(library: Library, id: string, payload: { readonly price?: number } = {}) {
  return sendEvent(library.office, library.as("admin"), { type: "orders", id, body: { type: "APPROVE", payload } });
}

const told = ({ id, at, action, params, input }: RuleQuestion) => ({
  id,
  at,
  action,
  params,
  today: input.today,
  price: input.case["price"],
  event: input.event?.["price"],
  book: input.related["book"]?.["title"],
});

eachDatabase((open) => {
  test("a rule is asked of the actions that active cases could take now, with what they refer to", async () => {
    await using database = await open();
    const library = await opened(database);
    const bookId = idOf(await newBook(library));
    const id = await newOrder(library, { bookId, price: 30 });
    await approve(library, await newOrder(library, { price: 20 }));
    const page = await ruleQuestions(library.office, inquiry);
    expect(page).toMatchObject({ records: 1, of: 1, next: null });
    const params = { most: 50 };
    expect(page.asked.map(told)).toEqual([
      { id, at: null, action: "Approve", params, today: "2026-03-02", price: 30, event: undefined, book: "Germinal" },
    ]);
  });

  test("a rule is asked again what it was asked, of the case and of what it referred to as they were", async () => {
    await using database = await open();
    const library = await opened(database);
    const book = await newBook(library);
    const id = await newOrder(library, { bookId: idOf(book), price: 30 });
    library.clock.moveTo("2026-03-04T10:00:00.000Z");
    await approve(library, id, { price: 45 });
    library.clock.moveTo("2026-03-06T10:00:00.000Z");
    await updateRecord(library.office, library.as("admin"), { type: "books", id: idOf(book), data: { title: "Nana" } });
    await updateRecord(library.office, library.as("admin"), { type: "orders", id, data: { price: 99 } });
    const since = async (day: string) =>
      (await ruleQuestions(library.office, { ...inquiry, since: day })).asked.map(told);
    const approval = {
      id,
      at: "2026-03-04T10:00:00.000Z",
      action: "Approve",
      params: { most: 50 },
      today: "2026-03-04",
      price: 30,
      event: 45,
      book: "Germinal",
    };
    const at = "2026-03-02T08:00:00.000Z";
    const wish = { ...approval, at, action: "Wish for", params: {}, today: "2026-03-02", event: 30 };
    expect(await since("2026-03-02")).toEqual([wish, approval]);
    expect(await since("2026-03-03")).toEqual([approval]);
    expect(await since("2026-03-05")).toEqual([]);
  });

  test("a rule of a step that follows by itself was never asked again", async () => {
    await using database = await open();
    const dear = { type: "affordable", params: { most: 20 } };
    const { machine } = orders;
    const states = {
      ...machine.states,
      approved: { always: { target: "paid", guard: dear } },
      paid: { tags: ["closed"] },
    };
    const paying = { ...orders, machine: { ...machine, states } };
    const library = await openLibrary(database, { guards: { affordable }, workflows: [paying] });
    const id = await newOrder(library, { price: 30 });
    library.clock.moveTo("2026-03-04T10:00:00.000Z");
    await approve(library, id, { price: 45 });
    const page = await ruleQuestions(library.office, { ...inquiry, since: "2026-03-03" });
    expect(page.asked.map(told)).toMatchObject([
      { id, action: "Approve", params: { most: 50 }, price: 30 },
      { id, action: "Approve", params: { most: 20 }, price: 45, today: "2026-03-04" },
    ]);
  });

  test("many cases are walked through page by page, each once", async () => {
    await using database = await open();
    const library = await opened(database);
    const made = new Set<string>();
    for (let n = 0; n < 30; n++) made.add(await newOrder(library, { price: n }));
    const first = await ruleQuestions(library.office, inquiry);
    expect(first).toMatchObject({ records: 25, of: 30 });
    const second = await ruleQuestions(library.office, { ...inquiry, after: first.next });
    expect(second).toMatchObject({ records: 5, of: 30, next: null });
    expect(new Set([...first.asked, ...second.asked].map(({ id }) => id))).toEqual(made);
    expect(await refusalOf(ruleQuestions(library.office, { ...inquiry, after: "orders/x" }))).toMatchObject({
      code: "malformed-page",
    });
    expect(await refusalOf(ruleQuestions(library.office, { ...inquiry, since: "yesterday" }))).toMatchObject({
      code: "malformed-day",
    });
  });

  test("a matcher is asked about the records as they are, or as they were on a day", async () => {
    await using database = await open();
    const library = await opened(database);
    const member = idOf(await newMember(library, { lastName: "Roux" }));
    const loan = idOf(await newLoan(library, { memberId: member }));
    library.clock.moveTo("2026-03-04T10:00:00.000Z");
    const desk = library.as("desk");
    const body = { type: "RETURN", payload: { condition: "good" } };
    await sendEvent(library.office, desk, { type: "loans", id: loan, body });
    await updateRecord(library.office, library.as("librarian"), {
      type: "members",
      id: member,
      data: { lastName: "Blanc" },
    });
    await newMember(library, { lastName: "Vert" });
    const names = async (on: string | null) => {
      const { asked } = await matchQuestions(library.office, { type: "members", on, after: null });
      return asked.map(({ lastName }) => lastName);
    };
    expect(await names(null)).toEqual(["Vert", "Blanc"]);
    expect(await names("2026-03-03")).toEqual(["Roux"]);
    const loans = async (on: string | null) =>
      (await matchQuestions(library.office, { type: "loans", on, after: null })).asked.map(idOf);
    expect(await loans(null)).toEqual([]);
    expect(await loans("2026-03-03")).toEqual([loan]);
  });
});
