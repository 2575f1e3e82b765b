import type { JsonObject } from "../../plugin-api/json.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { RecordAddress } from "../records/load-record.ts";
import { loadCase } from "./load-case.ts";

/**
 * What will happen to the case by itself, the soonest first: `{key, event, dueAt, delay, title}`.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, `unknown-record`, `not-a-workflow`.
 */
export async function caseTimers(
  office: Office,
  caller: Caller,
  address: RecordAddress,
): Promise<readonly JsonObject[]> {
  const { type, current } = await loadCase(office, caller, address);
  const { definition } = await office.registry.workflow(type.id, current.workflowVersion);
  const timers = await office.queue.timersOf(current.id);
  const titleOf = (delay: string) => {
    const title = definition.delays?.[delay]?.title;
    return title === undefined ? null : inLanguage(title, caller.language);
  };
  return [...timers]
    .sort((left, right) => (left.dueAt < right.dueAt ? -1 : 1))
    .map(({ key, event, dueAt, delay }) => ({ key, event, dueAt, delay, title: titleOf(delay) }));
}
