import { describe, expect, it } from "vitest";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import { when } from "../testing/when.ts";
import { serveSchema } from "./serve-schema.ts";

const branch = when(
  { properties: { health: { const: "poor" } }, required: ["health"] },
  { required: ["note"], properties: { note: { "x-title": { fr: "Précisions", en: "Details" } } } },
);

const schema: DataSchema = {
  type: "object",
  required: ["name", "health"],
  "x-groups": [{ id: "main", title: { fr: "Identité", en: "Identity" } }],
  properties: {
    name: {
      type: "string",
      "x-title": { fr: "Nom", en: "Name" },
      "x-help": { fr: "Le nom d’usage" },
      "x-group": "main",
    },
    health: {
      type: "string",
      enum: ["good", "poor"],
      "x-labels": { good: { fr: "bonne", en: "good" }, poor: "—" },
      "x-title": "Health",
    },
    languages: {
      type: "array",
      items: { type: "object", properties: { level: { type: "string", "x-title": { fr: "Niveau", en: "Level" } } } },
    },
  },
  allOf: [branch],
};

describe("serveSchema", () => {
  it("speaks one language, French where nothing else was written", () => {
    const served = serveSchema(schema, { language: "en" });
    expect(served["x-groups"]).toEqual([{ id: "main", title: "Identity" }]);
    expect(served.properties?.["name"]).toEqual({
      type: "string",
      title: "Name",
      "x-help": "Le nom d’usage",
      "x-group": "main",
    });
    expect(served.properties?.["health"]?.["x-labels"]).toEqual({ good: "good", poor: "—" });
    expect(served.properties?.["languages"]?.items?.properties?.["level"]).toEqual({ type: "string", title: "Level" });
    expect(served.allOf?.[0]?.then?.properties?.["note"]).toEqual({ title: "Details" });
    expect(JSON.stringify(served)).not.toContain("x-title");
  });

  it("leaves out what the reader may not read, with the conditions that would tell it", () => {
    const served = serveSchema(schema, { language: "fr", readable: new Set(["name", "note"]) });
    expect(Object.keys(served.properties ?? {})).toEqual(["name"]);
    expect(served.required).toEqual(["name"]);
    expect(JSON.stringify(served)).not.toContain("health");
    expect(served.allOf).toEqual([]);
  });

  it("keeps a condition on what they may read, without the fields that they may not", () => {
    const served = serveSchema(schema, { language: "fr", readable: new Set(["health"]) });
    expect(served.allOf?.[0]?.if).toEqual(branch.if);
    expect(served.allOf?.[0]?.then).toEqual({ required: [], properties: {} });
  });

  it("leaves the schema itself as it was", () => {
    const before = JSON.stringify(schema);
    serveSchema(schema, { language: "fr", readable: new Set() });
    expect(JSON.stringify(schema)).toBe(before);
  });
});
