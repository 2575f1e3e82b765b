import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { CompiledWorkflow } from "../../server/engine/definition/compiled-workflow.ts";
import { delayInWords } from "../../server/engine/definition/delay-in-words.ts";
import { delayOf } from "../../server/engine/definition/delays.ts";
import { stagesOf } from "../../server/engine/definition/stages.ts";
import type { TimerPlan } from "../../server/engine/execution/decision.ts";
import type { Trial, TrialStep } from "../../server/engine/rehearsal/trial.ts";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import { useOffice } from "../app/office/use-office.ts";
import { formatExact } from "../app/parts/format-date.ts";
import { Section } from "../app/parts/section.tsx";
import { useDateSetting } from "../app/parts/use-date-setting.ts";
import { StageName } from "./stage-name.tsx";
import { effectSentence } from "./trial-sentences.ts";

interface Props {
  readonly workflow: CompiledWorkflow;
  readonly trial: Trial;
  readonly titleOf: (event: string) => string;
}

/** What happened to a dummy case, newest first: where it went, what would follow, what it waits for. */
export function TrialSteps({ workflow, trial, titleOf }: Props) {
  const say = useSay();
  return (
    <Section title={say("studio.trySteps")}>
      <Box component="ol" reversed sx={{ m: 0, pl: 2.5, display: "grid", gap: 1.5 }}>
        {trial.steps.toReversed().map((step) => (
          <li key={step.version}>
            <Step workflow={workflow} step={step} titleOf={titleOf} />
          </li>
        ))}
      </Box>
    </Section>
  );
}

interface StepProps extends Pick<Props, "workflow" | "titleOf"> {
  readonly step: TrialStep;
}

function Step({ workflow: { definition }, step, titleOf }: StepProps) {
  const say = useSay();
  const language = useLanguage();
  const setting = useDateSetting();
  const { types } = useOffice();
  const { event, at, to, effects, arm } = step;
  const timerTitle = (timer: TimerPlan) => delayInWords(delayOf(definition, timer.delay), timer.delay, language);
  const title = !event
    ? say("studio.tryCreated")
    : event.source === "timer"
      ? say("studio.tryTimer")
      : titleOf(event.type);
  return (
    <>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
        <strong>{title}</strong> → <StageName stages={stagesOf(definition)} stage={to} />
      </Box>
      <Typography variant="body2" sx={{ color: "text.secondary" }}>
        {formatExact(at, setting)}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2 }}>
        {effects.map((effect) => (
          <li key={effect.key}>{effectSentence(effect, { say, language, types })}</li>
        ))}
        {arm.map((timer) => (
          <li key={timer.key}>
            {say("studio.tryArmed", { title: timerTitle(timer), at: formatExact(timer.dueAt, setting) })}
          </li>
        ))}
      </Box>
    </>
  );
}
