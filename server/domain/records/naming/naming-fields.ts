import type { PublishedType } from "../../definitions/published-type.ts";
import { templateFields } from "./display-template.ts";

/** The fields that records of the type are called after, or put in order by. */
export function namingFields({ display, sortName }: PublishedType): ReadonlySet<string> {
  return new Set([...templateFields(display), ...templateFields(sortName)]);
}

/** Those of them that refer to other records: the type's own are called after these. */
export function namingReferences(type: PublishedType): PublishedType["references"] {
  const named = namingFields(type);
  return type.references.filter(({ field }) => named.has(field));
}
