import type { Case } from "../../engine/execution/case.ts";
import type { ActionOffer } from "../../engine/execution/decision.ts";
import { explain } from "../../engine/execution/explain.ts";
import { isCase } from "../../engine/execution/flatten-record.ts";
import type { Reason } from "../../plugin-api/reason.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { conditionsFor } from "../records/lists/list-records.ts";
import { displayNames } from "../records/naming/display-names.ts";
import { loadFacts } from "./load-facts.ts";

/** Of one workflow, those that have stood still longest. */
const mostCases = 50;

/** A case whose usual next step a rule blocks. */
export interface BlockedCase {
  readonly type: string;
  readonly id: string;
  readonly displayName: string;
  readonly stage: string;
  /** UTC ISO-8601. */
  readonly stageSince: string;
  /** The usual next step, and why it is blocked, in the reader's language. */
  readonly action: string;
  readonly reason: string;
}

/** The caller's open cases whose usual next step a rule blocks, those that have stood still longest first. */
export async function blockedCases(office: Office, caller: Caller): Promise<readonly BlockedCase[]> {
  const types = office.registry.types().filter(({ id, kind }) => kind === "workflow" && caller.rights.may("read", id));
  const found = await Promise.all(types.map((type) => blockedOf(office, caller, type)));
  return found.flat().sort((left, right) => (left.stageSince < right.stageSince ? -1 : 1));
}

async function blockedOf(office: Office, caller: Caller, type: PublishedType): Promise<readonly BlockedCase[]> {
  const filter = { assigneeId: caller.principal.id, status: "active" };
  const where = conditionsFor(office, caller, { type, filter });
  const sort = [{ field: { name: "stageSince", kind: "system" }, direction: "ASC" }] as const;
  const { rows } = await office.reader.list({ type: type.id, where, sort, offset: 0, limit: mostCases });
  const cases = rows.map(({ record }) => record).filter(isCase);
  const blocks = await Promise.all(
    cases.map(async (one) => ({ one, block: await blockOf(office, caller, { type, one }) })),
  );
  const blocked = blocks.flatMap(({ one, block }) => (block === null ? [] : [{ one, ...block }]));
  const names = await displayNames(
    office,
    caller,
    blocked.map(({ one }) => one),
  );
  return blocked.map(({ one: { id, stage, stageSince }, action, reason }) => ({
    type: type.id,
    id,
    displayName: names.get(id) ?? "",
    stage,
    stageSince,
    action,
    reason: reason.message,
  }));
}

/** The usual next step of the case and why it is blocked; null when it is open, or nobody could do anything about it. */
async function blockOf(
  office: Office,
  caller: Caller,
  { type, one }: { readonly type: PublishedType; readonly one: Case },
): Promise<{ readonly action: string; readonly reason: Reason } | null> {
  const workflow = await office.registry.workflow(type.id, one.workflowVersion);
  const { facts } = await loadFacts(office, caller, { type, workflow, question: { current: one, event: null } });
  const offers = explain(workflow, one, facts, { language: caller.language, mayEvent: () => true, rolesOf: () => [] });
  const usual = offers.find(({ primary, allowed }) => primary === true && !allowed);
  const reason = usual?.reasons.find(isMendable);
  return usual && reason ? { action: usual.title, reason } : null;
}

const isMendable = ({ code }: ActionOffer["reasons"][number]) => code !== "internal";
