import { expect, test } from "vitest";
import type { DataSchema } from "../plugin-api/data-schema.ts";
import { mergeSettings, withDefaults, withoutSecrets } from "./settings-schema.ts";

const schema: DataSchema = {
  type: "object",
  properties: {
    days: { type: "integer", default: 21 },
    note: { type: "string" },
    mail: {
      type: "object",
      properties: {
        from: { type: "string", default: "desk@library.test" },
        password: { type: "string", "x-secret": true },
      },
    },
  },
};

test("fills in defaults, inside objects too, and leaves what was chosen", () => {
  expect(withDefaults(schema, { days: 7 })).toEqual({ days: 7, mail: { from: "desk@library.test" } });
});

test("leaves secrets out at every depth", () => {
  expect(withoutSecrets(schema, { days: 7, mail: { from: "a@b.test", password: "hush" } })).toEqual({
    days: 7,
    mail: { from: "a@b.test" },
  });
});

test("a change keeps what it does not name, so that a form without the secret keeps it", () => {
  const before = { days: 7, mail: { from: "a@b.test", password: "hush" } };
  expect(mergeSettings(before, { mail: { from: "c@d.test" } })).toEqual({
    days: 7,
    mail: { from: "c@d.test", password: "hush" },
  });
});

test("null takes a setting back to its default", () => {
  expect(withDefaults(schema, mergeSettings({ days: 7 }, { days: null }))["days"]).toBe(21);
});
