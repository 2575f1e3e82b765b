import { expect, test } from "vitest";
import { firstPlaces, isAt } from "./navigation.ts";

const groups = [
  { title: "Aujourd'hui", items: [{ path: "/", title: "Ma journée", icon: "sun" }] },
  {
    title: "Fonds",
    items: [
      { path: "/books", title: "Livres", icon: "book", type: "books" },
      { path: "/board/loans", title: "Prêts", icon: "swap", type: "loans" },
    ],
  },
];

test("a phone's bar begins with the first place of each group", () => {
  expect(firstPlaces(groups).map((item) => item.path)).toEqual(["/", "/books", "/board/loans"]);
});

test("a place is current on the pages inside of it, and on its board or list", () => {
  const loans = { path: "/board/loans", title: "Prêts", icon: "swap", type: "loans" };
  expect(isAt(loans, "/loans/42")).toBe(true);
  expect(isAt(loans, "/loans-archive")).toBe(false);
  expect(isAt({ path: "/", title: "Ma journée", icon: "sun" }, "/books")).toBe(false);
});
