import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ServedStage, ServedType } from "../../server/http/api-types.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { stageColor } from "../app/theme/stage-palette.ts";

/** The first level of the stages, from top to bottom, with the ones where the case is. */
export function StageStepper({ type, stage }: { readonly type: ServedType; readonly stage: string }) {
  const say = useSay();
  const leaves = stage.split(",");
  const here = (path: string) => leaves.some((leaf) => leaf === path || leaf.startsWith(`${path}.`));
  const steps = (type.stages ?? []).filter((candidate) => candidate.parent === null);
  return (
    <Box component="ol" aria-label={say("cases.stages")} sx={{ listStyle: "none", m: 0, p: 0 }}>
      {steps.map((step) => (
        <Step key={step.path} step={step} current={here(step.path)} inside={insideOf(type, step, leaves)} />
      ))}
    </Box>
  );
}

/** The titles of the stages under a step that the case is in. */
function insideOf(type: ServedType, step: ServedStage, leaves: readonly string[]): string {
  const inside = (type.stages ?? []).filter(
    ({ path, leaf }) => leaf && path.startsWith(`${step.path}.`) && leaves.includes(path),
  );
  return inside.map(({ title }) => title).join(", ");
}

function Step({
  step,
  current,
  inside,
}: {
  readonly step: ServedStage;
  readonly current: boolean;
  readonly inside: string;
}) {
  const solid = `stage.${stageColor(step.color)}.solid`;
  return (
    <Box
      component="li"
      aria-current={current ? "step" : undefined}
      sx={{ display: "flex", gap: 1, py: 0.25, alignItems: "baseline" }}
    >
      <Box
        aria-hidden
        sx={{
          width: 10,
          height: 10,
          flex: "none",
          borderRadius: "50%",
          border: 1,
          borderColor: current ? solid : "divider",
          bgcolor: current ? solid : "transparent",
        }}
      />
      <Typography variant="body2" component="span" sx={current ? { fontWeight: 600 } : { color: "text.secondary" }}>
        {step.title}
        {inside ? <Box component="span" sx={{ fontWeight: 400 }}>{` · ${inside}`}</Box> : null}
      </Typography>
    </Box>
  );
}
