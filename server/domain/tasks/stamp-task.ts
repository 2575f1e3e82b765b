import { mergeData } from "../../engine/execution/merge-data.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { tasksRecordType } from "./tasks-record-type.ts";

interface Edit {
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** UTC ISO-8601. */
  readonly now: string;
}

/** A task that is ticked off keeps when; one that is taken up again forgets it. Other records stay as they are. */
export function stampTask(type: Pick<PublishedType, "id">, { before, after, now }: Edit): JsonObject {
  if (type.id !== tasksRecordType.id) return after;
  const isDone = after["done"] === true;
  if (isDone === (before["done"] === true)) return after;
  return mergeData(after, { doneAt: isDone ? now : null });
}
