import type { ReadLogStore } from "../audit/read-log.ts";
import type { Activity } from "./activity.ts";
import type { PrivacyDesk } from "./erase-person.ts";

/** What the rules of retention work with. */
export interface RetentionDesk extends PrivacyDesk {
  readonly activity: Activity;
  readonly readLog: ReadLogStore;
}
