import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";

/** What the environment gives to settings that name a variable of it. */
export type SettingsEnvironment = { readonly [name: string]: string };

/** The settings with what the environment gives, else the schema's `default`, wherever nothing was chosen. */
export function withDefaults(schema: DataSchema, settings: JsonObject, environment: SettingsEnvironment): JsonObject {
  const filled: Record<string, Json> = { ...settings };
  for (const [field, part] of Object.entries(schema.properties ?? {})) {
    const value = settings[field];
    const given = environment[part["x-environment"] ?? ""] ?? part.default;
    if (value === undefined && given !== undefined) filled[field] = given;
    else if (part.properties && (value === undefined || isObject(value))) {
      const inner = withDefaults(part, isObject(value) ? value : {}, environment);
      if (value !== undefined || Object.keys(inner).length > 0) filled[field] = inner;
    }
  }
  return filled;
}

/** Whether the environment sets the plugin up: every variable that its required settings name is there, and there is one. */
export function isSetUpBy({ properties = {}, required = [] }: DataSchema, environment: SettingsEnvironment): boolean {
  const variables = required.flatMap((field) => properties[field]?.["x-environment"] ?? []);
  return variables.length > 0 && variables.every((name) => environment[name] !== undefined);
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

/** The schema for a form over these settings: what has a default, is kept as a secret or given by the environment need not be typed. */
export function formSchema(schema: DataSchema, settings: JsonObject, environment: SettingsEnvironment): DataSchema {
  const { properties, required = [] } = schema;
  if (!properties) return schema;
  const helps = new Map<string, DataSchema["x-help"]>();
  for (const [field, part] of Object.entries(properties)) {
    const variable = part["x-environment"];
    if (part["x-secret"] && settings[field] !== undefined) helps.set(field, keptSecret);
    else if (variable !== undefined && environment[variable] !== undefined) helps.set(field, givenBy(variable));
  }
  const parts = Object.entries(properties).map(([field, part]): [string, DataSchema] => {
    const help = helps.get(field);
    if (help !== undefined) return [field, { ...part, "x-help": help }];
    const inner = settings[field];
    return [field, part.properties ? formSchema(part, isObject(inner) ? inner : {}, environment) : part];
  });
  return {
    ...schema,
    properties: Object.fromEntries(parts),
    required: required.filter((field) => !helps.has(field) && properties[field]?.default === undefined),
  };
}

const keptSecret = {
  fr: "Enregistré et jamais montré. Laissez vide pour le garder.",
  en: "Kept, and never shown. Leave it blank to keep it.",
};

const givenBy = (variable: string) => ({
  fr: `Donné par ${variable}. Laissez vide pour le garder.`,
  en: `Given by ${variable}. Leave it blank to keep it.`,
});

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
