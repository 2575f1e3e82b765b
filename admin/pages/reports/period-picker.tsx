import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useId } from "react";
import { useSay } from "../../app/i18n/use-say.ts";
import { isDay } from "../../app/parts/format-date.ts";
import { DayField } from "../../schema-ui/inputs/date-input.tsx";
import { lastMonths, type Period, yearToDate } from "./period.ts";

interface Props {
  readonly period: Period;
  readonly today: string;
  readonly onChange: (period: Period) => void;
}

/** The days that a report is about: three usual periods, or two days of one's own. */
export function PeriodPicker({ period, today, onChange }: Props) {
  const say = useSay();
  const usual = [
    { title: say("pages.months", { smart_count: 12 }), period: lastMonths(today, 12) },
    { title: say("pages.months", { smart_count: 18 }), period: lastMonths(today, 18) },
    { title: say("pages.thisYear"), period: yearToDate(today) },
  ];
  return (
    <Box
      role="group"
      aria-label={say("pages.period")}
      sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "flex-end" }}
    >
      {usual.map((choice) => (
        <Button
          key={choice.title}
          size="small"
          variant={choice.period.from === period.from && choice.period.to === period.to ? "outlined" : "text"}
          aria-pressed={choice.period.from === period.from && choice.period.to === period.to}
          onClick={() => onChange(choice.period)}
        >
          {choice.title}
        </Button>
      ))}
      <PeriodEnd label={say("pages.from")} value={period.from} onChange={(from) => onChange({ ...period, from })} />
      <PeriodEnd label={say("pages.to")} value={period.to} onChange={(to) => onChange({ ...period, to })} />
    </Box>
  );
}

function PeriodEnd(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}) {
  const id = useId();
  return (
    <Box sx={{ width: 172 }}>
      <DayField
        id={id}
        label={props.label}
        value={props.value}
        onChange={(day) => (day !== null && isDay(day) ? props.onChange(day) : undefined)}
      />
    </Box>
  );
}
