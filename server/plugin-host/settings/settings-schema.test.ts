import { expect, test } from "vitest";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import {
  formSchema,
  isSetUpBy,
  mergeSettings,
  withDefaults,
  withoutBlankSecrets,
  withoutSecrets,
} from "./settings-schema.ts";

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
  expect(withDefaults(schema, { days: 7 }, {})).toEqual({ days: 7, mail: { from: "desk@library.test" } });
});

test("leaves secrets out at every depth", () => {
  expect(withoutSecrets(schema, { days: 7, mail: { from: "a@b.test", password: "hush" } })).toEqual({
    days: 7,
    mail: { from: "a@b.test" },
  });
});

test("a change keeps what it does not name, so that a form without the secret keeps it", () => {
  const before = { days: 7, mail: { from: "a@b.test", password: "hush" } };
  expect(mergeSettings(schema, before, { mail: { from: "c@d.test" } })).toEqual({
    days: 7,
    mail: { from: "c@d.test", password: "hush" },
  });
});

test("null takes a setting back to its default", () => {
  expect(withDefaults(schema, mergeSettings(schema, { days: 7 }, { days: null }), {})["days"]).toBe(21);
});

test("a secret that is left blank stays as it is, at every depth", () => {
  expect(withoutBlankSecrets(schema, { note: "", mail: { from: "a@b.test", password: "" } })).toEqual({
    note: "",
    mail: { from: "a@b.test" },
  });
});

const list: DataSchema = {
  type: "object",
  properties: {
    ends: {
      type: "array",
      items: {
        type: "object",
        properties: { url: { type: "string" }, key: { type: "string", "x-secret": true } },
        required: ["url", "key"],
      },
    },
  },
};

test("secrets of lists are left out, and kept for the items that are otherwise as they were", () => {
  const before = {
    ends: [
      { url: "a", key: "hush" },
      { url: "b", key: "hist" },
    ],
  };
  expect(withoutSecrets(list, before)).toEqual({ ends: [{ url: "a" }, { url: "b" }] });
  const typed = {
    ends: [
      { url: "b", key: "" },
      { url: "c", key: "" },
      { url: "a", key: "new" },
    ],
  };
  expect(mergeSettings(list, before, withoutBlankSecrets(list, typed))).toEqual({
    ends: [{ url: "b", key: "hist" }, { url: "c" }, { url: "a", key: "new" }],
  });
  expect(formSchema(list, before, {}).properties?.["ends"]?.items?.required).toEqual(["url"]);
});

test("the form asks neither for what has a default nor again for a secret that is kept", () => {
  const asking: DataSchema = {
    type: "object",
    properties: {
      key: { type: "string", "x-secret": true },
      from: { type: "string" },
      places: { type: "array", default: [] },
    },
    required: ["key", "from", "places"],
  };
  expect(formSchema(asking, {}, {}).required).toEqual(["key", "from"]);
  const kept = formSchema(asking, { key: "hush" }, {});
  expect(kept.required).toEqual(["from"]);
  expect(kept.properties?.["key"]?.["x-help"]).toMatchObject({ en: expect.stringContaining("Leave it blank") });
});

test("the environment gives what is not typed, and sets up what asks for nothing else", () => {
  const mail: DataSchema = {
    type: "object",
    properties: { url: { type: "string", "x-environment": "SMTP_URL" }, from: { type: "string" } },
    required: ["url"],
  };
  const environment = { SMTP_URL: "smtp://mail.test" };
  expect(withDefaults(mail, {}, environment)).toEqual({ url: "smtp://mail.test" });
  expect(withDefaults(mail, { url: "smtp://other.test" }, environment)).toEqual({ url: "smtp://other.test" });
  expect([isSetUpBy(mail, environment), isSetUpBy(mail, {}), isSetUpBy(schema, environment)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(formSchema(mail, {}, environment).required).toEqual([]);
});
