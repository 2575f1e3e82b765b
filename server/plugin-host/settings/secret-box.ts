import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { isObject } from "./settings-schema.ts";

/** Seals the secrets of settings, so that a copy of the database tells none. */
export interface SecretBox {
  seal(secret: string): string;
  /** Null where it was sealed with another key, or altered. */
  open(sealed: string): string | null;
}

/** The settings as they are stored: what the schema marks `x-secret` as `{$sealed}`. */
export function sealSecrets(schema: DataSchema, settings: JsonObject, box: SecretBox): JsonObject {
  return eachSecret(schema, settings, (value) => (typeof value === "string" ? { $sealed: box.seal(value) } : value));
}

/** The settings as they are used. A secret that cannot be opened stays sealed. */
export function openSecrets(schema: DataSchema, stored: JsonObject, box: SecretBox): JsonObject {
  return eachSecret(schema, stored, (value) => (isSealed(value) ? (box.open(value.$sealed) ?? value) : value));
}

/** The fields whose secret cannot be opened, dotted. */
export function lostSecrets(settings: JsonObject, path = ""): readonly string[] {
  return Object.entries(settings).flatMap(([field, value]) => {
    if (isSealed(value)) return [`${path}${field}`];
    return isObject(value) ? lostSecrets(value, `${path}${field}.`) : [];
  });
}

function eachSecret(schema: DataSchema, settings: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(
    Object.entries(settings).map(([field, value]) => {
      const part = schema.properties?.[field];
      if (part?.["x-secret"]) return [field, change(value)];
      return [field, part?.properties && isObject(value) ? eachSecret(part, value, change) : value];
    }),
  );
}

function isSealed(value: Json | undefined): value is { readonly $sealed: string } {
  return isObject(value) && typeof value["$sealed"] === "string";
}
