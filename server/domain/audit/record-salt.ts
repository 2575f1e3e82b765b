import { hash, randomBytes } from "node:crypto";

/**
 * What makes the digests of a record's values impossible to guess: one secret, or, once its person was erased, what is
 * derived of it for the fields that stay. With the secret goes the last way from a digest back to a value.
 */
export type RecordSalt = { readonly secret: string } | { readonly fields: { readonly [field: string]: string } };

/** A secret of 128 random bits, for a record that is made. */
export function newSalt(): RecordSalt {
  return { secret: randomBytes(16).toString("hex") };
}

/** The salt of one field; empty where it is gone. */
export function saltOf(salt: RecordSalt, field: string): string {
  return "secret" in salt ? hash("sha256", `${salt.secret}${field}`) : (salt.fields[field] ?? "");
}

/** What is left of a salt when only these fields can still be told. */
export function saltFor(salt: RecordSalt, fields: readonly string[]): RecordSalt {
  return { fields: Object.fromEntries(fields.map((field) => [field, saltOf(salt, field)])) };
}

/** As it is kept beside the records. */
export function writeSalt(salt: RecordSalt): string {
  return "secret" in salt ? salt.secret : JSON.stringify(salt.fields);
}

/** What {@link writeSalt} has written. @throws SyntaxError when it has not. */
export function readSalt(text: string): RecordSalt {
  return text.startsWith("{") ? { fields: JSON.parse(text) } : { secret: text };
}
