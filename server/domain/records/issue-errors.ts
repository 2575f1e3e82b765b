import type { SchemaIssue } from "../../plugin-api/data-schema.ts";
import type { Caller } from "../changes/caller.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import type { DomainError } from "../domain-error.ts";
import { invalidRecord } from "./record-errors.ts";

/** The first thing wrong with each field, by its dotted path. */
export function errorsOf(issues: readonly SchemaIssue[]): { readonly [path: string]: string } {
  const errors = new Map<string, string>();
  for (const { path, message } of issues) if (!errors.has(path)) errors.set(path, message);
  return Object.fromEntries(errors);
}

/** The refusal of data that are wrong, without a word about fields that the caller may not read. */
export function refuseData(
  type: PublishedType,
  { rights }: Caller,
  errors: { readonly [path: string]: string },
): DomainError {
  const readable = rights.readable(type.id);
  const known = type.schema.properties ?? {};
  const isHidden = (path: string) => {
    const root = path.split(".")[0] ?? path;
    return readable !== null && !readable.has(root) && Object.hasOwn(known, root);
  };
  const shown = Object.entries(errors).filter(([path]) => !isHidden(path));
  return shown.length > 0 || Object.keys(errors).length === 0
    ? invalidRecord(Object.fromEntries(shown))
    : invalidRecord({}, [], "invalid-hidden-field");
}
