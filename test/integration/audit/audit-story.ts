import type { Database } from "../../../server/adapters/sql/database.ts";
import { createAuditStore } from "../../../server/adapters/sql/stores/audit-store.ts";
import { sealChains } from "../../../server/domain/audit/seal-chains.ts";
import { verifyAudit } from "../../../server/domain/audit/verify-audit.ts";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { deleteRecord } from "../../../server/domain/records/delete-record.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";

/** A library in which a member has borrowed, brought back, and been renamed; a book was bought by mistake. */
export async function auditStory(database: Database) {
  const library = await openLibrary(database);
  const { office } = library;
  const librarian = library.as("librarian");
  const make = async (type: string, data: object) =>
    String((await createRecord(office, librarian, { type, data }))["id"]);
  const bookId = await make("books", { title: "Émile", copies: 2 });
  const memberId = await make("members", { firstName: "Zoé", lastName: "Roux", cardUntil: "2199-01-01" });
  await updateRecord(office, librarian, { type: "members", id: memberId, data: { lastName: "Blanc" } });
  const loanId = await make("loans", { memberId, bookId, dueOn: "2026-03-20" });
  const body = { type: "SUSPEND", note: "on holiday" };
  await sendEvent(office, librarian, { type: "loans", id: loanId, body });
  await sendEvent(office, librarian, { type: "loans", id: loanId, body: { type: "RESUME" } });
  const mistake = await make("books", { title: "Nothing" });
  await deleteRecord(office, librarian, { type: "books", id: mistake });
  const audit = createAuditStore(database);
  const findings = async () => {
    const verified = await verifyAudit(audit, () => undefined);
    return verified.findings.map(({ code, recordId, seq }) => [code, recordId ?? "seal", seq]);
  };
  return {
    ...library,
    audit,
    findings,
    bookId,
    memberId,
    loanId,
    mistake,
    seal: () => sealChains(audit, office.clock),
  };
}
