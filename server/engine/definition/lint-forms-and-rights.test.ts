import { describe, expect, it } from "vitest";
import { found, lintLoans, lintStates } from "../testing/lint.ts";

describe("errors of forms, data and rights", () => {
  it("finds fields of forms that the data have not, and forms that are not there", () => {
    const forms = {
      LEND: { type: "object" as const, required: ["when"], properties: { dueOn: {}, colour: {}, assigneeId: {} } },
    };
    expect(found(lintLoans({ forms }).errors)).toEqual([
      "unknown-form /machine/states/lent/on/RETURN/meta/form",
      "unknown-form-field /forms/LEND/properties/colour",
      "unknown-form-field /forms/LEND/required/0",
    ]);
    expect(found(lintLoans({ create: { form: "none" } }).errors)).toEqual(["unknown-form /create/form"]);
  });

  it("finds references, formats and names that cannot be", () => {
    const schema = {
      type: "object" as const,
      required: ["gone"],
      properties: {
        stage: {},
        bookId: { "x-reference": "books" },
        mail: { format: "e-mail" },
        list: { items: { "x-reference": "nobody" } },
      },
    };
    expect(found(lintStates({ a: {} }, { schema }).errors)).toEqual([
      "reserved-field /schema/properties/stage",
      "unknown-type /schema/properties/bookId",
      "unknown-type /schema/properties/list",
      "unknown-format /schema/properties/mail",
      "unknown-field /schema/required/0",
    ]);
  });

  it("finds roles that nobody can have", () => {
    const permissions = {
      read: ["librarian", "admin", "pirate"],
      events: { LEND: ["ghost"] },
      fields: { title: { write: ["ghost"] } },
      scope: { ghost: {} },
    };
    expect(found(lintLoans({ permissions, create: { roles: ["ghost"] } }).errors)).toEqual([
      "unknown-role /permissions/read",
      "unknown-role /permissions/events/LEND",
      "unknown-role /permissions/fields/title/write",
      "unknown-role /permissions/scope/ghost",
      "unknown-role /create/roles",
    ]);
  });
});
