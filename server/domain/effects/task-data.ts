import { cutText } from "../../engine/schema/cut-text.ts";
import { isObject } from "../../engine/schema/is-object.ts";
import { addDuration, localDay } from "../../engine/time/calendar.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { inLanguage, type Text } from "../../plugin-api/text.ts";
import { officeCalendar } from "../cases/office-calendar.ts";
import type { Office } from "../changes/office.ts";
import type { DueEffect } from "../changes/work-queue.ts";
import { longestTitle, tasksRecordType } from "../tasks/tasks-record-type.ts";
import { malformedAction } from "./effect-errors.ts";

/** The task that an effect asks for: about the record that it comes from, due today unless it says otherwise. */
export function taskData(office: Office, effect: DueEffect): JsonObject {
  const { title, dueOn, assignee } = effect.params;
  return {
    ...titlesIn(office, titleOf(title)),
    dueOn: typeof dueOn === "string" ? dueOn : dueDay(office, effect.params),
    done: false,
    caseType: effect.recordType,
    caseId: effect.recordId,
    ...(typeof assignee === "string" ? { assigneeId: assignee } : {}),
  };
}

/** The title in the office's language and, where the type of tasks keeps them, in each that it was written in. */
function titlesIn({ registry }: Office, text: Text): JsonObject {
  const language = registry.office().languages[0] ?? "fr";
  const title = cutText(inLanguage(text, language), longestTitle);
  const kept = registry.type(tasksRecordType.id)?.translated.find(({ field }) => field === "title");
  if (kept === undefined || typeof text === "string") return { title };
  const texts = Object.entries(text).map(([each, words]) => [each, cutText(words, longestTitle)] as const);
  return { title, [kept.texts]: Object.fromEntries(texts) };
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
