import { expect, test } from "vitest";
import { withoutPersonalData } from "./without-personal-data.ts";

test("mail addresses and long numbers are taken out, what helps to mend stays", () => {
  expect(withoutPersonalData("550 no mailbox <jo.roux@example.fr> at 127.0.0.1:25")).toBe(
    "550 no mailbox <…> at 127.0.0.1:25",
  );
  expect(withoutPersonalData("call 06 12 34 56 78 or +33612345678 before 2026")).toBe("call … or … before 2026");
});

test("of texts that are not ours, what is quoted goes too", () => {
  const text = `Unexpected token "Jeanne Roux" isn't JSON: 'Zoé' «Ada»`;
  expect(withoutPersonalData(text, { foreign: true })).toBe("Unexpected token … isn't JSON: … …");
  const knex = "insert into `users` (`name`) values (Ada) - SQLITE_CONSTRAINT: UNIQUE constraint failed: users.email";
  expect(withoutPersonalData(knex, { foreign: true })).toBe("SQLITE_CONSTRAINT: UNIQUE constraint failed: users.email");
  expect(withoutPersonalData("L’action « call-binder » n’existe pas.")).toContain("call-binder");
});

test("a quotation that was cut off before its end goes too", () => {
  expect(withoutPersonalData("Unknown member “Jeanne Rou", { foreign: true })).toBe("Unknown member …");
  expect(withoutPersonalData(`No such file: "/files/Jeanne`, { foreign: true })).toBe("No such file: …");
});

test("a text of nothing but opening quotes is one quotation: it is read once, not again from each of them", () => {
  expect(withoutPersonalData("«“".repeat(100_000), { foreign: true })).toBe("…");
});
