import { isDeepStrictEqual } from "node:util";
import { isObject } from "../../engine/schema/is-object.ts";
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
  return eachSecret(schema, settings, () => undefined);
}

/** The change without the secrets that were left blank: they stay as they are. */
export function withoutBlankSecrets(schema: DataSchema, change: JsonObject): JsonObject {
  return eachSecret(schema, change, (secret) => (secret === "" ? undefined : secret));
}

/** The settings with each of their secrets changed, however deep and in lists too; what becomes undefined is left out. */
export function eachSecret(
  { properties = {} }: DataSchema,
  settings: JsonObject,
  change: (secret: Json) => Json | undefined,
): JsonObject {
  const changed: Record<string, Json> = {};
  for (const [field, value] of Object.entries(settings)) {
    const next = secretsIn(properties[field] ?? {}, value, change);
    if (next !== undefined) changed[field] = next;
  }
  return changed;
}

function secretsIn(schema: DataSchema, value: Json, change: (secret: Json) => Json | undefined): Json | undefined {
  if (schema["x-secret"]) return change(value);
  if (isObject(value)) return eachSecret(schema, value, change);
  const { items } = schema;
  if (!Array.isArray(value) || items === undefined) return value;
  return value.flatMap((item) => secretsIn(items, item, change) ?? []);
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
    if (part.items?.properties) return [field, { ...part, items: itemForm(part.items) }];
    return [field, part.properties ? formSchema(part, isObject(inner) ? inner : {}, environment) : part];
  });
  return {
    ...schema,
    properties: Object.fromEntries(parts),
    required: required.filter((field) => !helps.has(field) && properties[field]?.default === undefined),
  };
}

/** Which item of a list has its secrets already is known when it is saved. */
function itemForm(items: DataSchema): DataSchema {
  const { properties = {}, required = [] } = items;
  const parts = Object.entries(properties).map(([field, part]): [string, DataSchema] =>
    part["x-secret"] ? [field, { ...part, "x-help": keptInList }] : [field, part],
  );
  const asked = required.filter((field) => !properties[field]?.["x-secret"]);
  return { ...items, properties: Object.fromEntries(parts), required: asked };
}

const keptInList = {
  fr: "Jamais montré. Laissez vide pour garder celui de cette ligne ; à saisir à nouveau si vous changez le reste de la ligne.",
  en: "Never shown. Leave it blank to keep that of this line; to be typed again when you change the rest of the line.",
};

const keptSecret = {
  fr: "Enregistré et jamais montré. Laissez vide pour le garder.",
  en: "Kept, and never shown. Leave it blank to keep it.",
};

const givenBy = (variable: string) => ({
  fr: `Donné par ${variable}. Laissez vide pour le garder.`,
  en: `Given by ${variable}. Leave it blank to keep it.`,
});

/**
 * `change` over `settings`, objects field by field; null takes a field back to its default. A list is replaced, but an
 * item whose open part is as it was keeps its secrets.
 */
export function mergeSettings(schema: DataSchema, settings: JsonObject, change: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...settings };
  for (const [field, value] of Object.entries(change)) {
    const part = schema.properties?.[field] ?? {};
    const before = merged[field];
    if (value === null) delete merged[field];
    else if (isObject(value) && isObject(before)) merged[field] = mergeSettings(part, before, value);
    else merged[field] = Array.isArray(value) && Array.isArray(before) ? mergeLists(part.items, before, value) : value;
  }
  return merged;
}

function mergeLists(items: DataSchema | undefined, before: readonly Json[], list: readonly Json[]): Json {
  const openPart = (item: Json) => (items && isObject(item) ? withoutSecrets(items, item) : item);
  return list.map((item) => before.find((one) => isDeepStrictEqual(openPart(one), item)) ?? item);
}
