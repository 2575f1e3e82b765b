import { expect, test } from "vitest";
import { board } from "../../../server/domain/cases/board.ts";
import { eachDatabase } from "../../support/databases.ts";
import { morning, openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newLoan } from "./library-story.ts";

const later = "2026-03-02T10:00:00.000Z";

eachDatabase((open) => {
  test("the board shows each column's cases, the longest waiting first", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const first = await newLoan(library);
    library.clock.moveTo(later);
    const second = await newLoan(library);
    const { columns } = await board(library.office, library.as("desk", { language: "fr" }), { type: "loans" });
    expect(columns).toMatchObject([
      {
        stage: "out.reading",
        title: "En lecture",
        count: 2,
        more: false,
        oldest: morning,
        cards: [
          { id: idOf(first), displayName: "Jeanne Roux – Germinal (Émile Zola)", line: "23/03/2026", version: 1 },
          { id: idOf(second) },
        ],
      },
      { stage: "out.overdue", count: 0, oldest: null, cards: [] },
      { stage: "returned", count: 0 },
    ]);
    const filter = { bookId: second["bookId"] ?? null };
    const filtered = await board(library.office, library.as("desk"), { type: "loans", filter });
    expect(filtered.columns[0]).toMatchObject({ count: 1, cards: [{ id: idOf(second) }] });
  });
});
