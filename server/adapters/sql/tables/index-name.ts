import { createHash } from "node:crypto";

/** A name for what belongs to a field of a type: readable, unique, and no longer than PostgreSQL allows. */
export function indexName(type: string, field: string, purpose: string): string {
  const readable = `${type}_${field}`.replace(/[^A-Za-z0-9]+/g, "_").toLowerCase();
  const digest = createHash("sha256").update(`${type}\n${field}`).digest("hex").slice(0, 8);
  return `x_${readable.slice(0, 40)}_${purpose}_${digest}`;
}
