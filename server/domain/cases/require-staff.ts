import type { Office } from "../changes/office.ts";
import { notStaff } from "./case-errors.ts";

/** A case is followed by someone who works here, or by nobody. @throws DomainError `unknown-assignee`. */
export async function requireStaff(office: Office, assigneeId: string | null | undefined): Promise<void> {
  if (assigneeId === null || assigneeId === undefined) return;
  if (!(await office.staff.isStaff(assigneeId))) throw notStaff();
}
