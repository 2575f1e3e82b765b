import { describe, expect, it } from "vitest";
import type { Json } from "../../plugin-api/json.ts";
import { loans } from "../testing/loans.ts";
import { diffDefinitions } from "./diff-definitions.ts";

type Document = { [key: string]: Document } & { [key: string]: unknown };

/** A copy of the loans, changed. */
function changed(change: (copy: Document) => void): Json {
  const copy = JSON.parse(JSON.stringify(loans));
  change(copy);
  return copy;
}

const before = changed(() => {});

function diff(change: (copy: Document) => void, language: "fr" | "en" = "en") {
  return diffDefinitions(before, changed(change), language);
}

describe("diffDefinitions", () => {
  it("finds nothing between a definition and itself, whatever the order of its keys", () => {
    expect(diffDefinitions(before, Object.fromEntries(Object.entries(loans).reverse()) as Json, "fr")).toEqual([]);
  });

  it("tells stages, actions and deadlines by their titles", () => {
    const changes = diff((copy) => {
      const states = copy["machine"]?.["states"] as Document;
      states["lost"] = { meta: { title: { fr: "Perdu", en: "Lost" } } } as unknown as Document;
      (states["reserved"] as Document)["on"] = {
        LEND: states["reserved"]?.["on"]?.["LEND"],
        SELL: "lost",
      } as unknown as Document;
      (states["reserved"] as Document)["after"] = { P9D: "lost" } as unknown as Document;
      delete states["cancelled"];
      (states["lent"]?.["meta"] as Document)["title"] = { fr: "Dehors", en: "Out" } as unknown as Document;
    });
    expect(changes.map(({ kind, message }) => [kind, message])).toEqual([
      ["added", "In the stage “Reserved”, the deadline “P9D” is added."],
      ["removed", "In the stage “Reserved”, the deadline “P7D” is removed."],
      ["added", "In the stage “Reserved”, the action “SELL” is added."],
      ["removed", "In the stage “Reserved”, the action “CANCEL” is removed."],
      ["changed", "The stage “Lent” is now called “Out”."],
      ["added", "The stage “Lost” is added."],
      ["removed", "The stage “cancelled” is removed."],
    ]);
    expect(changes[0]?.path).toBe("/machine/states/reserved/after/P9D");
  });

  it("said which fields are to be filled in, how long a delay is and what a rule is in the words of the text", () => {
    const changes = diff((copy) => {
      (copy["schema"] as Document)["required"] = ["title", "condition"] as unknown as Document;
      (copy["delays"]?.["overdue"] as Document)["duration"] = "P2D" as unknown as Document;
      const message = { fr: "Il faut un titre.", en: "A title is needed." };
      const on = copy["machine"]?.["states"]?.["reserved"]?.["on"] as Document;
      on["LEND"] = {
        target: "lent",
        guard: { type: "schema", params: { schema: {}, message } },
      } as unknown as Document;
    });
    const messages = changes.map(({ message }) => message).join(" ");
    expect(messages).toContain("To be filled in from now on: ");
    expect(messages).toContain("May be left empty from now on: ");
    expect(messages).toMatch(/The delay “.+” goes from .+ to 2 days\./);
    expect(messages).toContain("“A title is needed.”");
    expect(messages).not.toContain('["');
  });

  it("tells fields, forms, delays and rights, with what they were and became", () => {
    const messages = diff((copy) => {
      const properties = copy["schema"]?.["properties"] as Document;
      properties["shelf"] = { type: "string", "x-title": { fr: "Rayon", en: "Shelf" } } as unknown as Document;
      (properties["renewals"] as Document)["maximum"] = 5 as unknown as Document;
      delete properties["note"];
      (copy["forms"]?.["LEND"]?.["properties"] as Document)["note"] = {
        type: "string",
        maxLength: 9,
      } as unknown as Document;
      (copy["forms"]?.["check"] as Document)["required"] = [] as unknown as Document;
      (copy["delays"]?.["overdue"] as Document)["duration"] = "P2D" as unknown as Document;
      copy["permissions"] = { read: ["librarian"] } as unknown as Document;
      copy["title"] = "Prêts" as unknown as Document;
    }, "fr").map(({ message }) => message);
    expect(messages).toEqual([
      '« title » passe de {"fr":"Prêts","en":"Loans"} à "Prêts".',
      "Le champ « renewals » change : « maximum » passe de 3 à 5.",
      "Le champ « Rayon » est ajouté.",
      "Le champ « note » est retiré.",
      "Le délai « En retard » passe de 1 jour à 2 jours.",
      "Dans le formulaire « LEND », le champ « note » change : « maxLength » est ajouté (9).",
      'Le formulaire « check » change : « required » passe de ["condition"] à [].',
      '« permissions » est ajouté : {"read":["librarian"]}.',
    ]);
  });

  it("tells the columns and the cards of the board in words", () => {
    const board = {
      columns: ["reserved", "lent"],
      card: { lent: { fr: "Depuis {lentOn:age}", en: "For {lentOn:age}" } },
    };
    const withBoard = changed((copy) => Object.assign(copy, { board }));
    const told = (from: Json, to: Json) => diffDefinitions(from, to, "en").map(({ message }) => message);
    const without = changed((copy) => delete copy["board"]);
    expect(told(without, withBoard)).toEqual([
      "The board now shows the columns “Reserved”, “Lent”.",
      "On the board, the cards of the stage “Lent” say “For {lentOn:age}”.",
    ]);
    const other = changed((copy) =>
      Object.assign(copy, { board: { ...board, columns: ["lent"], card: { lent: "{note}" } } }),
    );
    expect(told(withBoard, other)).toEqual([
      "The board now shows the columns “Lent”; it showed “Reserved”, “Lent”.",
      "On the board, the cards of the stage “Lent” say “{note}” instead of “For {lentOn:age}”.",
    ]);
    expect(told(withBoard, without)).toHaveLength(2);
  });

  it("gathers the details of one action in one sentence", () => {
    const [change] = diff((copy) => {
      const lend = copy["machine"]?.["states"]?.["reserved"]?.["on"]?.["LEND"] as Document;
      (lend["guard"]?.["params"] as Document)["than"] = 5 as unknown as Document;
      (lend["meta"] as Document)["confirm"] = "Sure?" as unknown as Document;
    });
    expect(change?.message).toBe(
      "In the stage “Reserved”, the action “Lend” changes: “meta › confirm” is added (“Sure?”) ; “guard › params › than” changes from 3 to 5.",
    );
  });
});
