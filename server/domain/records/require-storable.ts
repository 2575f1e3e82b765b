import { unsafeValues } from "../../engine/schema/unsafe-values.ts";
import type { Language } from "../../plugin-api/text.ts";
import { errorsOf } from "./issue-errors.ts";
import { invalidRecord } from "./record-errors.ts";

/**
 * Refuses what no schema should have to forbid and no database of ours can keep, before anything looks at it.
 *
 * @throws DomainError `not-storable`, with the field.
 */
export function requireStorable(body: unknown, language: Language): void {
  const issues = unsafeValues(body, language);
  if (issues.length > 0) throw invalidRecord(errorsOf(issues), [], "not-storable");
}
