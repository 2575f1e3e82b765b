import Tooltip from "@mui/material/Tooltip";
import { formatDay, formatExact, formatRelative, formatTime, isDay } from "./format-date.ts";
import { useDateSetting } from "./use-date-setting.ts";

interface DateTextProps {
  /** A local day or an instant, ISO. */
  readonly value: string;
  /** "il y a 3 jours" instead of "lun. 23 nov.". */
  readonly relative?: boolean;
  /** The hour too, of an instant. */
  readonly time?: boolean;
}

/** A date as people say it; the exact one is a hover away, and in the markup. */
export function DateText({ value, relative = false, time = false }: DateTextProps) {
  const setting = useDateSetting();
  if (Number.isNaN(Date.parse(value))) return <>{value}</>;
  const words = relative
    ? formatRelative(value, setting)
    : time && !isDay(value)
      ? `${formatDay(value, setting)} ${formatTime(value, setting)}`
      : formatDay(value, setting);
  return (
    <Tooltip title={formatExact(value, setting)} describeChild>
      <time dateTime={value} style={{ whiteSpace: "nowrap" }}>
        {words}
      </time>
    </Tooltip>
  );
}
