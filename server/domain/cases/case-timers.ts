import { explainTimer } from "../../engine/execution/explain-timer.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import type { RecordAddress } from "../records/load-record.ts";
import { loadCase } from "./load-case.ts";

/**
 * What will happen to the case by itself, the soonest first: `{key, event, dueAt, delay, title, why}`, where `why` tells
 * what the date is reckoned from.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, `unknown-record`, `not-a-workflow`.
 */
export async function caseTimers(
  office: Office,
  caller: Caller,
  address: RecordAddress,
): Promise<readonly JsonObject[]> {
  const { language } = caller;
  const { type, current } = await loadCase(office, caller, address);
  const workflow = await office.registry.workflow(type.id, current.workflowVersion);
  const timers = await office.queue.timersOf(current.id);
  const titleOf = (delay: string) => {
    const title = workflow.definition.delays?.[delay]?.title;
    return title === undefined ? null : inLanguage(title, language);
  };
  const reading = {
    language,
    fieldTitle: (field: string) => fieldTitle(type, caller, field),
    holidays: office.registry.office().workingDays?.holidays !== undefined,
  };
  return [...timers]
    .sort((left, right) => (left.dueAt < right.dueAt ? -1 : 1))
    .map(({ key, event, dueAt, delay }) => {
      return { key, event, dueAt, delay, title: titleOf(delay), why: explainTimer(workflow, key, reading) };
    });
}

function fieldTitle(type: PublishedType, { rights, language }: Caller, field: string): string | null {
  const [top = field] = field.split(".");
  const readable = rights.readable(type.id);
  if (readable !== null && !readable.has(top)) return null;
  const schema = type.fields.get(field)?.schema;
  const title = schema?.["x-title"] ?? schema?.title;
  return title === undefined ? field : inLanguage(title, language);
}
