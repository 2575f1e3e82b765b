import { expect, test } from "vitest";
import { firstPlaces, isAt, isOfTheOffice } from "./navigation.ts";

const groups = [
  { title: "Aujourd’hui", items: [{ path: "/", title: "Ma journée", icon: "sun" }] },
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

test("whoever has no role of the staff is not of the office; an administrator always is", () => {
  const roles = [
    { id: "librarian", title: "Bibliothécaire", staff: true },
    { id: "school", title: "École", staff: false },
  ];
  const asked = (role: string) =>
    isOfTheOffice({ roles, user: { id: "1", name: "N", email: "n@x.test", roles: [role] } });
  expect([asked("librarian"), asked("school"), asked("admin")]).toEqual([true, false, true]);
});
