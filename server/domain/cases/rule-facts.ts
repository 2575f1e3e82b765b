import type { Facts } from "../../engine/execution/facts.ts";
import { isCase } from "../../engine/execution/flatten-record.ts";
import { engineCaller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { loadRecord, type RecordAddress } from "../records/load-record.ts";
import { loadRelated } from "../records/load-related.ts";
import { loadFacts } from "./load-facts.ts";

/**
 * What the rules of a record may look at beside the record: what it refers to, and for a case the counts that the rules
 * of its next events ask for.
 *
 * @throws DomainError `unknown-type`, `unknown-record`.
 */
export async function ruleFacts(office: Office, address: RecordAddress): Promise<Pick<Facts, "related" | "counts">> {
  const caller = engineCaller(office);
  const { type, record } = await loadRecord(office, caller, address);
  if (!isCase(record)) return { related: (await loadRelated(office, type, record.data)).related, counts: {} };
  const workflow = await office.registry.workflow(type.id, record.workflowVersion);
  const { facts } = await loadFacts(office, caller, { type, workflow, question: { current: record, event: null } });
  return { related: facts.related, counts: facts.counts };
}
