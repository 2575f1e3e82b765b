import { definePlugin, type JsonObject, type Match, Type } from "../../../../../server/plugin-api/index.ts";

const config = Type.Object({
  shelfWeight: Type.Number({
    minimum: 0,
    maximum: 1,
    default: 0.4,
    "x-title": { fr: "Poids du rayon", en: "Weight of the shelf" },
  }),
});

const subjectsOf = (book: JsonObject) => (Array.isArray(book["subjects"]) ? book["subjects"].map(String) : []);

/** Proposes to a member the books that resemble those that they borrowed. */
export const plugin = definePlugin({
  id: "suggest-books",
  version: "1.0.0",
  title: { fr: "Idées de lecture", en: "What to read next" },
  description: { fr: "Propose des livres proches de ceux empruntés.", en: "Proposes books like those borrowed." },
  api: "^1.1.0",
  config,
  matchers: {
    "similar-books": {
      title: { fr: "Livres proches", en: "Similar books" },
      for: "members",
      candidates: "books",
      propose: { type: "loans", forField: "memberId", candidateField: "bookId" },
      async match(member, { limit }, { records, signal, language, config: { shelfWeight } }) {
        const loans = await records.list("loans", { filter: { memberId: member["id"] ?? "" } });
        signal.throwIfAborted();
        const borrowed = new Set(loans.map(({ bookId }) => bookId));
        const books = await records.list("books", { sort: ["title", "ASC"] });
        const known = books.filter(({ id }) => borrowed.has(id ?? null));
        const shelves = new Set(known.map(({ shelf }) => shelf));
        const subjects = new Set(known.flatMap(subjectsOf));
        const say =
          language === "fr" ? { shelf: "Même rayon", about: "Sujets" } : { shelf: "Same shelf", about: "Subjects" };
        const matches = books.flatMap((book): readonly Match[] => {
          if (borrowed.has(book["id"] ?? null)) return [];
          const common = subjectsOf(book).filter((subject) => subjects.has(subject));
          const byShelf = shelves.has(book["shelf"]) ? shelfWeight : 0;
          const bySubject = common.length === 0 ? 0 : ((1 - shelfWeight) * common.length) / subjects.size;
          const reasons = [
            { code: "shelf", message: say.shelf, weight: byShelf },
            { code: "subjects", message: `${say.about} : ${common.join(", ")}`, weight: bySubject },
          ].filter(({ weight }) => weight > 0);
          if (reasons.length === 0) return [];
          return [{ id: String(book["id"]), score: byShelf + bySubject, reasons, blockers: [] }];
        });
        return matches.sort((a, b) => b.score - a.score).slice(0, limit);
      },
    },
  },
});
