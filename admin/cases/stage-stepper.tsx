import CheckIcon from "@mui/icons-material/Check";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ServedStage, ServedType } from "../../server/http/api-types.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { useSince } from "../app/parts/use-since.ts";
import { visuallyHidden } from "../app/parts/visually-hidden.ts";
import { stageColor } from "../app/theme/stage-palette.ts";
import type { FlatCase } from "./flat-case.ts";
import { stepsOf } from "./steps-of.ts";

/** The way of a case from top to bottom: what is behind it, where it is and for how long, what is before it. */
export function StageStepper({ type, record }: { readonly type: ServedType; readonly record: FlatCase }) {
  const say = useSay();
  return (
    <Box component="ol" aria-label={say("cases.stages")} sx={{ listStyle: "none", m: 0, p: 0 }}>
      {stepsOf(type.stages ?? [], record.stage).map(({ stage, place, inside }) => (
        <Step key={stage.path} step={stage} place={place} inside={inside} since={record.stageSince} />
      ))}
    </Box>
  );
}

interface StepProps {
  readonly step: ServedStage;
  readonly place: "behind" | "here" | "before";
  readonly inside: string;
  readonly since: string;
}

function Step({ step, place, inside, since }: StepProps) {
  const say = useSay();
  const lasting = useSince();
  const isHere = place === "here";
  return (
    <Box
      component="li"
      aria-current={isHere ? "step" : undefined}
      sx={{ display: "flex", gap: 1, py: 0.25, alignItems: "flex-start" }}
    >
      <Mark place={place} color={`stage.${stageColor(step.color)}.solid`} />
      <Typography variant="body2" component="span" sx={isHere ? { fontWeight: 600 } : { color: "text.secondary" }}>
        {step.title}
        {inside ? <Box component="span" sx={{ fontWeight: 400 }}>{` · ${inside}`}</Box> : null}
        {isHere ? (
          <Box component="span" sx={{ display: "block", fontWeight: 400, color: "text.secondary" }}>
            {lasting(since)}
          </Box>
        ) : null}
        {place === "behind" ? <Box component="span" sx={visuallyHidden}>{` (${say("cases.stepBehind")})`}</Box> : null}
      </Typography>
    </Box>
  );
}

function Mark({ place, color }: { readonly place: StepProps["place"]; readonly color: string }) {
  if (place === "behind")
    return <CheckIcon aria-hidden sx={{ fontSize: 14, mt: "3px", mx: "-2px", color: "text.secondary" }} />;
  return (
    <Box
      aria-hidden
      sx={{
        width: 10,
        height: 10,
        mt: "5px",
        flex: "none",
        borderRadius: "50%",
        border: 1,
        borderColor: place === "here" ? color : "divider",
        bgcolor: place === "here" ? color : "transparent",
      }}
    />
  );
}
