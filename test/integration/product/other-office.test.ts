import { expect, test } from "vitest";
import { startLibraryTown } from "../../support/library-town.ts";

test("the same core runs a library: a member borrows a book and brings it back", async () => {
  const library = await startLibraryTown();
  await using _product = library.product;
  const create = async (type: string, data: object) => {
    const { status, body } = await library.call(`/api/${type}`, { method: "POST", body: data });
    expect(status, JSON.stringify(body)).toBe(201);
    return body as { id: string; stage: string };
  };
  const member = await create("members", { firstName: "Jeanne", lastName: "Roux", cardUntil: "2099-01-01" });
  const book = await create("books", { title: "Germinal", author: "Émile Zola", copies: 1 });
  const loan = await create("loans", { memberId: member.id, bookId: book.id, dueOn: "2099-01-01" });
  expect(loan.stage).toBe("out.reading");
  const second = await library.call("/api/loans", { method: "POST", body: { memberId: member.id, bookId: book.id } });
  expect(second).toMatchObject({ status: 422, body: { reasons: [{ code: "no-copy-left" }] } });
  const back = await library.call(`/api/loans/${loan.id}/events`, {
    method: "POST",
    body: { type: "RETURN", payload: { condition: "good" } },
  });
  expect(back).toMatchObject({ status: 200, body: { stage: "returned", status: "done", condition: "good" } });
  const unknown = await library.call("/api/seekers");
  expect(unknown.status).toBe(404);
});

test("a request that arrives while the office opens is answered, not left hanging", async () => {
  const library = await startLibraryTown();
  await using _product = library.product;
  expect(await library.product.untilPrinted(/(Passerelle est prête)/)).toBe("Passerelle est prête");
});
