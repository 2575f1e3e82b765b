import type { StoredRecord } from "../../engine/execution/case.ts";
import { erasedRecord } from "./privacy-errors.ts";

/** @throws DomainError `record-erased` for a record that only serves figures by now. */
export function requireNotErased({ erasedAt }: Pick<StoredRecord, "erasedAt">): void {
  if (erasedAt !== undefined) throw erasedRecord();
}
