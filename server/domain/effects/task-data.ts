import { cutText } from "../../engine/schema/cut-text.ts";
import { isObject } from "../../engine/schema/is-object.ts";
import { addDuration, localDay } from "../../engine/time/calendar.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { inLanguage, type Text } from "../../plugin-api/text.ts";
import { officeCalendar } from "../cases/office-calendar.ts";
import type { Office } from "../changes/office.ts";
import type { DueEffect } from "../changes/work-queue.ts";
import { malformedAction } from "./effect-errors.ts";

/** The longest title that the type of tasks takes. */
const longestTitle = 200;

/** The task that an effect asks for: about the record that it comes from, due today unless it says otherwise. */
export function taskData(office: Office, effect: DueEffect): JsonObject {
  const { title, dueOn, assignee } = effect.params;
  const language = office.registry.office().languages[0] ?? "fr";
  return {
    title: cutText(inLanguage(titleOf(title), language), longestTitle),
    dueOn: typeof dueOn === "string" ? dueOn : dueDay(office, effect.params),
    done: false,
    caseType: effect.recordType,
    caseId: effect.recordId,
    ...(typeof assignee === "string" ? { assigneeId: assignee } : {}),
  };
}

function titleOf(title: Json | undefined): Text {
  if (typeof title === "string") return title;
  if (isObject(title) && typeof title["fr"] === "string") {
    return { fr: title["fr"], ...(typeof title["en"] === "string" ? { en: title["en"] } : {}) };
  }
  throw malformedAction("task", "{ title, dueIn? | dueOn?, assignee? }");
}

function dueDay(office: Office, { dueIn, workingDays }: JsonObject): string {
  const now = office.clock.now();
  const calendar = officeCalendar(office.registry.office(), now);
  const wait = typeof dueIn === "string" ? dueIn : "P0D";
  return localDay(addDuration(now, wait, { ...calendar, inWorkingDays: workingDays === true }), calendar.timeZone);
}
