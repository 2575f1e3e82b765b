import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";

/** The settings with the schema's `default` wherever nothing was chosen. */
export function withDefaults(schema: DataSchema, settings: JsonObject): JsonObject {
  const filled: Record<string, Json> = { ...settings };
  for (const [field, part] of Object.entries(schema.properties ?? {})) {
    const value = settings[field];
    if (value === undefined && part.default !== undefined) filled[field] = part.default;
    else if (part.properties && (value === undefined || isObject(value))) {
      const inner = withDefaults(part, isObject(value) ? value : {});
      if (value !== undefined || Object.keys(inner).length > 0) filled[field] = inner;
    }
  }
  return filled;
}

/** The settings as they may leave the server: without what the schema marks `x-secret`. */
export function withoutSecrets(schema: DataSchema, settings: JsonObject): JsonObject {
  const open: Record<string, Json> = {};
  for (const [field, value] of Object.entries(settings)) {
    const part = schema.properties?.[field];
    if (part?.["x-secret"]) continue;
    open[field] = part?.properties && isObject(value) ? withoutSecrets(part, value) : value;
  }
  return open;
}

/** The change without the secrets that were left blank: they stay as they are. */
export function withoutBlankSecrets(schema: DataSchema, change: JsonObject): JsonObject {
  const kept: Record<string, Json> = {};
  for (const [field, value] of Object.entries(change)) {
    const part = schema.properties?.[field];
    if (part?.["x-secret"] && value === "") continue;
    kept[field] = part?.properties && isObject(value) ? withoutBlankSecrets(part, value) : value;
  }
  return kept;
}

/** The schema for a form over these settings: a secret that is kept need not be typed again, and says so. */
export function formSchema(schema: DataSchema, settings: JsonObject): DataSchema {
  const { properties, required = [] } = schema;
  if (!properties) return schema;
  const isKept = (field: string) => Boolean(properties[field]?.["x-secret"]) && settings[field] !== undefined;
  const parts = Object.entries(properties).map(([field, part]): [string, DataSchema] => {
    if (isKept(field)) return [field, { ...part, "x-help": keptSecret }];
    const inner = settings[field];
    return [field, part.properties ? formSchema(part, isObject(inner) ? inner : {}) : part];
  });
  return {
    ...schema,
    properties: Object.fromEntries(parts),
    required: required.filter((field) => !isKept(field)),
  };
}

const keptSecret = {
  fr: "Enregistré et jamais montré. Laissez vide pour le garder.",
  en: "Kept, and never shown. Leave it blank to keep it.",
};

/** `change` over `settings`, objects field by field; null takes a field back to its default. */
export function mergeSettings(settings: JsonObject, change: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...settings };
  for (const [field, value] of Object.entries(change)) {
    const before = merged[field];
    if (value === null) delete merged[field];
    else merged[field] = isObject(value) && isObject(before) ? mergeSettings(before, value) : value;
  }
  return merged;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
