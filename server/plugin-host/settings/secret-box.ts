import { isObject } from "../../engine/schema/is-object.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { eachSecret } from "./settings-schema.ts";

/** Seals the secrets of settings, so that a copy of the database tells none. */
export interface SecretBox {
  seal(secret: string): string;
  /** Null where it was sealed with another key, or altered. */
  open(sealed: string): string | null;
}

/** The settings as they are stored: what the schema marks `x-secret` as `{$sealed}`. */
export function sealSecrets(schema: DataSchema, settings: JsonObject, box: SecretBox): JsonObject {
  return eachSecret(schema, settings, (value) => (isSealed(value) ? value : { $sealed: box.seal(sealable(value)) }));
}

/** The settings as they are used. A secret that cannot be opened stays sealed. */
export function openSecrets(schema: DataSchema, stored: JsonObject, box: SecretBox): JsonObject {
  return eachSecret(schema, stored, (value) => (isSealed(value) ? (opened(box.open(value.$sealed)) ?? value) : value));
}

/** The fields whose secret cannot be opened, dotted. */
export function lostSecrets(settings: JsonObject | readonly Json[], path = ""): readonly string[] {
  return Object.entries(settings).flatMap(([field, value]) => {
    if (isSealed(value)) return [`${path}${field}`];
    return typeof value === "object" && value !== null ? lostSecrets(value, `${path}${field}.`) : [];
  });
}

const jsonMark = "\u0000json:";

/** A secret that is no text is sealed as JSON, marked with what no typed text begins with. */
const sealable = (value: Json) => (typeof value === "string" ? value : `${jsonMark}${JSON.stringify(value)}`);

const opened = (secret: string | null): Json =>
  secret?.startsWith(jsonMark) ? (JSON.parse(secret.slice(jsonMark.length)) as Json) : secret;

function isSealed(value: Json | undefined): value is { readonly $sealed: string } {
  return isObject(value) && typeof value["$sealed"] === "string";
}
