import { describe, expect, it } from "vitest";
import { found, library } from "../testing/lint.ts";
import { lintRecordType } from "./lint-record-type.ts";

describe("lintRecordType", () => {
  const members = {
    id: "members",
    title: { fr: "Adhérents", en: "Members" },
    display: "{name}",
    schema: {
      type: "object" as const,
      properties: {
        name: { type: "string" as const },
        groups: { type: "array" as const },
        bornOn: { type: "string" as const },
      },
    },
  };

  it("finds nothing in a type that is right", () => {
    const derived = [
      {
        field: "groups",
        value: "young",
        when: { type: "date", params: { field: "record.bornOn", is: "after", than: "today-P18Y" } },
      },
    ];
    expect(lintRecordType({ ...members, derived, keys: [["name", "bornOn"]] }, library)).toEqual({
      errors: [],
      warnings: [],
    });
  });

  it("finds derived values, keys and effects that name what is not there", () => {
    const answer = lintRecordType(
      {
        ...members,
        derived: [
          { field: "tags", value: "x", when: { type: "gone" } },
          { field: "name", value: "x", when: { type: "open" } },
        ],
        keys: [["card"]],
        effects: { update: [{ type: "shout" }] },
        permissions: { read: ["pirate"] },
      },
      library,
    );
    expect(found(answer.errors)).toEqual([
      "unknown-field /keys/0",
      "unknown-guard /derived/0/when",
      "unknown-field /derived/0/field",
      "derived-not-array /derived/1/field",
      "unknown-action /effects/update/0",
      "unknown-role /permissions/read",
    ]);
  });
});
