import Chip from "@mui/material/Chip";
import { useSay } from "../i18n/use-say.ts";
import { daysUntil, formatExact, formatUntil } from "./format-date.ts";
import { useDateSetting } from "./use-date-setting.ts";

type Urgency = "late" | "soon" | "later";

const tones = {
  late: { color: "error.main", backgroundColor: "error.light" },
  soon: { color: "warning.main", backgroundColor: "warning.light" },
  later: { color: "text.secondary", backgroundColor: "ground.quiet" },
} as const;

interface Props {
  readonly dueAt: string;
  /** What is due, where nothing beside the chip tells. */
  readonly what?: string;
}

/** When something is due: grey, amber from the day before, red when late, and always in words. */
export function DueChip({ dueAt, what }: Props) {
  const say = useSay();
  const setting = useDateSetting();
  const days = daysUntil(dueAt, setting);
  const urgency: Urgency = days < 0 ? "late" : days <= 1 ? "soon" : "later";
  const words = () => {
    if (days < 0) return say("time.late", { smart_count: -days });
    if (days === 0) return say("time.dueToday");
    if (days === 1) return say("time.dueTomorrow");
    return days < 60
      ? say("time.dueIn", { smart_count: days })
      : say("time.dueFarIn", { age: formatUntil(dueAt, setting) });
  };
  return (
    <Chip
      size="small"
      label={what === undefined ? words() : `${what}${say("form.colon")}${lowerFirst(words())}`}
      title={formatExact(dueAt, setting)}
      sx={{ fontWeight: 550, ...tones[urgency] }}
    />
  );
}

const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase() + text.slice(1);
