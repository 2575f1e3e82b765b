import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import Stack from "@mui/material/Stack";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import type { JsonObject } from "../../../../server/plugin-api/json.ts";
import { type Say, useSay } from "../../../app/i18n/use-say.ts";
import { dayAfter } from "../../../app/parts/day-after.ts";
import { Section } from "../../../app/parts/section.tsx";
import { useDateSetting } from "../../../app/parts/use-date-setting.ts";
import { changedFields } from "../../../schema-ui/form-values.ts";
import { SchemaForm } from "../../../schema-ui/schema-form.tsx";
import type { Comparable, ComparisonBody, Trial } from "./comparisons.ts";
import type { Comparison } from "./use-comparison.ts";

interface ComparisonFormProps {
  readonly parts: readonly { readonly part: Comparable; readonly trials: readonly Trial[] }[];
  /** The version beside is the next one; else the one before. */
  readonly isNext: boolean;
  readonly comparison: Comparison;
}

/** Days back: the decisions since then, or the records as they were then; 0 for what is there now. */
const spans = [0, 30, 90, 365] as const;

/** What is compared with what, on which cases, and with which settings. */
export function ComparisonForm({ parts, isNext, comparison }: ComparisonFormProps) {
  const say = useSay();
  const { today } = useDateSetting();
  const [partId, setPartId] = useState(parts[0]?.part.id);
  const [trialKey, setTrialKey] = useState<string>();
  const [chosenSpan, setSpan] = useState<number>();
  const { part, trials } = parts.find((one) => one.part.id === partId) ?? parts[0] ?? {};
  const trial = trials?.find(({ key }) => key === trialKey) ?? trials?.[0];
  if (!part || !trials || !trial) return null;
  // Most rules are asked when a form was filled in: the past says more about them.
  const span = chosenSpan ?? (part.kind === "guard" ? 90 : 0);
  const settings = "settings" in trial ? trial.settings : null;
  const start = (config: JsonObject = {}) =>
    comparison.start(bodyOf({ part, trial, config, past: span === 0 ? null : dayAfter(today, -span) }));
  return (
    <Section title={say("comparison.question")}>
      <Stack spacing={2} sx={{ maxWidth: 560 }}>
        <Choice
          label={say("comparison.part")}
          value={part.id}
          options={parts.map((one) => [one.part.id, one.part.title])}
          onChange={setPartId}
        />
        <Choice
          label={say("comparison.trial")}
          value={trial.key}
          options={trials.map((one) => [one.key, titleOf(one, isNext, say)])}
          onChange={setTrialKey}
        />
        <Choice
          label={say("comparison.over")}
          value={String(span)}
          options={spans.map((days) => [String(days), say(`comparison.${part.kind}${days}`)])}
          helper={span > 0 ? say(part.kind === "guard" ? "comparison.pastRules" : "comparison.pastMatches") : undefined}
          onChange={(days) => setSpan(Number(days))}
        />
        {settings ? (
          <SchemaForm
            key={`${part.id} ${trial.key}`}
            schema={settings.schema}
            record={settings.config}
            submitLabel={say("comparison.start")}
            quiet={comparison.asked !== null}
            onSubmit={(next) =>
              start(changedFields(settings.config, next, Object.keys(settings.schema.properties ?? {})))
            }
          />
        ) : (
          <Button
            variant={comparison.asked ? "outlined" : "contained"}
            loading={comparison.isRunning}
            onClick={() => void start()}
            sx={{ alignSelf: "flex-start" }}
          >
            {say("comparison.start")}
          </Button>
        )}
      </Stack>
    </Section>
  );
}

function titleOf(trial: Trial, isNext: boolean, say: Say): string {
  if (trial.key === "settings") return say("comparison.otherSettings");
  if (trial.key !== "version") return `${trial.title} (${trial.plugin})`;
  return say(isNext ? "comparison.nextVersion" : "comparison.earlierVersion", { version: trial.version });
}

interface Asked {
  readonly part: Comparable;
  readonly trial: Trial;
  readonly config: JsonObject;
  readonly past: string | null;
}

function bodyOf({ part, trial, config, past }: Asked): ComparisonBody {
  return {
    kind: part.kind,
    contribution: part.id,
    ...(trial.key === "version" && { version: trial.version }),
    ...("id" in trial && { beside: trial.id }),
    ...(Object.keys(config).length > 0 && { config }),
    ...(past !== null && { past }),
  };
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, title: string])[];
  readonly helper?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A choice; what cannot be chosen otherwise is told and left as it is. */
function Choice({ label, value, options, helper, onChange }: ChoiceProps) {
  return (
    <TextField
      select
      fullWidth
      label={label}
      value={value}
      helperText={helper}
      disabled={options.length < 2}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map(([key, title]) => (
        <MenuItem key={key} value={key}>
          {title}
        </MenuItem>
      ))}
    </TextField>
  );
}
