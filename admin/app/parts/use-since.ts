import { useSay } from "../i18n/use-say.ts";
import { daysUntil, formatSince } from "./format-date.ts";
import { useDateSetting } from "./use-date-setting.ts";

/** Says how long it has been, as part of a sentence: "depuis 3 jours", "depuis aujourd'hui". */
export function useSince(): (value: string) => string {
  const say = useSay();
  const setting = useDateSetting();
  return (value) =>
    daysUntil(value, setting) >= 0 ? say("time.sinceToday") : say("time.since", { age: formatSince(value, setting) });
}
