import Box from "@mui/material/Box";
import { useState } from "react";
import { useSay } from "../../app/i18n/use-say.ts";
import { useDateSetting } from "../../app/parts/use-date-setting.ts";
import { type InputProps, useField } from "../use-field.tsx";
import { clockChangeAt, fromOfficeTime, toOfficeTime } from "../zoned-instant.ts";
import { DayField } from "./date-input.tsx";
import { TimeField } from "./time-input.tsx";

/** Whether clocks here do not show what those at the office do. */
function isElsewhere(timeZone: string): boolean {
  const now = new Date().toISOString();
  const here = toOfficeTime(now, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const there = toOfficeTime(now, timeZone);
  return here.day !== there.day || here.time !== there.time;
}

/** A moment, as a day and a time of the office. */
export function DateTimeInput(props: InputProps) {
  const say = useSay();
  const field = useField(props);
  const { timeZone } = useDateSetting();
  const kept =
    typeof field.value === "string" && !Number.isNaN(Date.parse(field.value))
      ? toOfficeTime(field.value, timeZone)
      : null;
  const [draft, setDraft] = useState(kept ?? { day: "", time: "" });
  const note = useTimeNote(draft, timeZone);
  const change = (next: { readonly day: string; readonly time: string }) => {
    setDraft(next);
    const empty = next.day === "" && next.time === "";
    field.change(empty ? null : (fromOfficeTime(next.day, next.time, timeZone) ?? next.day));
  };
  return (
    <Box
      sx={{
        display: "grid",
        gridTemplateColumns: "minmax(190px, 200px) minmax(0, 200px)",
        gap: 1.5,
        alignItems: "start",
      }}
    >
      <DayField
        id={field.id}
        label={field.label}
        value={draft.day}
        onChange={(day) => change({ ...draft, day: day ?? "" })}
        onBlur={field.leave}
        under={field.under}
        wrong={field.wrong}
        disabled={field.disabled}
        required={props.plan.required}
      />
      <TimeField
        label={say("form.time")}
        value={draft.time}
        onChange={(time) => change({ ...draft, time: time ?? "" })}
        onBlur={field.leave}
        under={note}
        wrong={field.wrong}
        disabled={field.disabled}
      />
    </Box>
  );
}

/** What has to be known of a time: that clocks are changed then, or that it is not the time here. */
function useTimeNote({ day, time }: { readonly day: string; readonly time: string }, timeZone: string) {
  const say = useSay();
  const change = clockChangeAt(day, time, timeZone);
  const taken = fromOfficeTime(day, time, timeZone);
  if (change === "skipped" && taken) return say("form.timeSkipped", { time: toOfficeTime(taken, timeZone).time });
  if (change === "twice") return say("form.timeTwice");
  return isElsewhere(timeZone) ? say("form.officeTime", { zone: timeZone.replaceAll("_", " ") }) : undefined;
}
