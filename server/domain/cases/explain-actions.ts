import { undoOffer } from "../../engine/execution/decide-undo.ts";
import type { ActionOffer } from "../../engine/execution/decision.ts";
import { explain } from "../../engine/execution/explain.ts";
import { undoEvent } from "../../engine/execution/undo-event.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import type { RecordAddress } from "../records/load-record.ts";
import { stepToTakeBack } from "./last-step.ts";
import { loadCase } from "./load-case.ts";
import { loadFacts } from "./load-facts.ts";

/**
 * Every event that the case's stage knows, blocked ones with their reasons, in the caller's language; then taking back
 * the last step, while that can be done. None for a case whose person was erased.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, `unknown-record`, `not-a-workflow`.
 */
export async function explainActions(
  office: Office,
  caller: Caller,
  address: RecordAddress,
): Promise<readonly ActionOffer[]> {
  const { type, current } = await loadCase(office, caller, address);
  if (current.erasedAt !== undefined) return [];
  const workflow = await office.registry.workflow(type.id, current.workflowVersion);
  const { facts } = await loadFacts(office, caller, { type, workflow, question: { current, event: null } });
  const offers = explain(workflow, current, facts, {
    language: caller.language,
    mayEvent: (event) => caller.rights.mayEvent(type.id, event),
    rolesOf: (event) => rolesOf(office, caller, { type, event }),
  });
  if (workflow.machine.knows(undoEvent)) return offers;
  const back = await stepToTakeBack(office, caller, { type, current });
  return back === null ? offers : [...offers, undoOffer(workflow, back.last, back.facts)];
}

function rolesOf(
  office: Office,
  { language }: Caller,
  { type, event }: { readonly type: PublishedType; readonly event: string },
): readonly { readonly id: string; readonly title: string }[] {
  const { events = {}, update = [] } = type.permissions;
  const allowed = new Set(Object.hasOwn(events, event) ? events[event] : update);
  const roles = office.registry.office().roles.filter((role) => allowed.has(role.id));
  return roles.map(({ id, title }) => ({ id, title: inLanguage(title, language) }));
}
