import Box from "@mui/material/Box";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormLabel from "@mui/material/FormLabel";
import MenuItem from "@mui/material/MenuItem";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import TextField from "@mui/material/TextField";
import { useMutation } from "@tanstack/react-query";
import { useId } from "react";
import { stagesOf } from "../../server/engine/definition/stages.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { inLanguage } from "../../server/plugin-api/text.ts";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { useSayFailure } from "../app/errors/use-say-failure.ts";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import type { definitionApi, PublishChoice } from "./use-definition.ts";

interface Props {
  readonly api: ReturnType<typeof definitionApi>;
  readonly definition: JsonObject;
  readonly mapping: PublishChoice["mapping"];
  readonly onChange: (mapping: PublishChoice["mapping"]) => void;
}

/** What becomes of the cases under way: they stay on their version, or each stage of theirs goes on in one of the new. */
export function LiveCasesChoice({ api, definition, mapping, onChange }: Props) {
  const say = useSay();
  const sayFailure = useSayFailure();
  const label = useId();
  const stages = useStages(definition);
  const rehearse = useMutation({
    mutationFn: () => api.rehearse(definition),
    onSuccess: ({ stages: standing }) => onChange(toTheSame(standing, stages)),
    onError: sayFailure,
  });
  const choose = (value: string) => {
    onChange({});
    if (value === "move") rehearse.mutate();
    else rehearse.reset();
  };
  return (
    <FormControl>
      <FormLabel id={label}>{say("studio.liveCases")}</FormLabel>
      <RadioGroup
        aria-labelledby={label}
        value={rehearse.isIdle || rehearse.isError ? "stay" : "move"}
        onChange={(_, value) => choose(value)}
      >
        <FormControlLabel value="stay" control={<Radio />} label={say("studio.liveStay")} />
        <FormControlLabel value="move" control={<Radio />} label={say("studio.liveMove")} />
      </RadioGroup>
      {rehearse.isPending ? <RowsSkeleton rows={2} /> : null}
      <Box sx={{ display: "grid", gap: 1.5, mt: 1 }}>
        {rehearse.data?.stages.map(({ stage, counts }) => (
          <TextField
            key={stage}
            select
            label={say("studio.liveStage", {
              stage: stages.find(({ path }) => path === stage)?.title ?? stage,
              smart_count: Object.values(counts).reduce((sum, count) => sum + count, 0),
            })}
            value={mapping[stage] ?? ""}
            onChange={({ target }) => onChange(mapped(mapping, stage, target.value))}
            slotProps={{ select: { displayEmpty: true } }}
          >
            <MenuItem value="">{say("studio.liveKeep")}</MenuItem>
            {stages.map(({ path, title }) => (
              <MenuItem key={path} value={path}>
                {title}
              </MenuItem>
            ))}
          </TextField>
        ))}
      </Box>
    </FormControl>
  );
}

interface Stage {
  readonly path: string;
  readonly title: string;
}

function useStages(definition: JsonObject): readonly Stage[] {
  const language = useLanguage();
  return stagesOf(definition as unknown as WorkflowDefinition)
    .filter(({ leaf }) => leaf)
    .map(({ path, title }) => ({ path, title: inLanguage(title, language) }));
}

/** Each stage goes on in the one of its name; one that is gone keeps its cases where they are. */
function toTheSame(
  standing: readonly { readonly stage: string }[],
  stages: readonly Stage[],
): PublishChoice["mapping"] {
  const kept = standing.filter(({ stage }) => stages.some(({ path }) => path === stage));
  return Object.fromEntries(kept.map(({ stage }) => [stage, stage]));
}

function mapped(mapping: PublishChoice["mapping"], stage: string, to: string): PublishChoice["mapping"] {
  const { [stage]: _before, ...others } = mapping;
  return to === "" ? others : { ...others, [stage]: to };
}
