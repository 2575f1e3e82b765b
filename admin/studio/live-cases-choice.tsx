import Box from "@mui/material/Box";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormLabel from "@mui/material/FormLabel";
import Link from "@mui/material/Link";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import Typography from "@mui/material/Typography";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { stagesOf } from "../../server/engine/definition/stages.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { inLanguage } from "../../server/plugin-api/text.ts";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { FailureAlert } from "../app/errors/failure-alert.tsx";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import { useType } from "../app/office/use-office.ts";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { type NamedStage, sameStages } from "./same-stages.ts";
import { StageChoice } from "./stage-choice.tsx";
import type { CasesChoice, definitionApi } from "./use-definition.ts";

interface Props {
  readonly id: string;
  readonly api: ReturnType<typeof definitionApi>;
  readonly definition: JsonObject;
  readonly choice: CasesChoice;
  readonly onChange: (choice: CasesChoice) => void;
}

/** What becomes of the cases under way: they stay on their version, or each stage of theirs goes on in one of the new. */
export function LiveCasesChoice({ id, api, definition, choice, onChange }: Props) {
  const say = useSay();
  const label = useId();
  const [moves, setMoves] = useState(false);
  const stages = useStages(definition);
  const before = useType(id)?.stages ?? [];
  const { data, error } = useQuery({
    queryKey: ["office", "rehearsal", api.base, definition],
    queryFn: () => api.rehearse(definition),
  });
  if (error) return <FailureAlert error={error} />;
  if (!data) return <RowsSkeleton rows={2} />;
  if (data.total === 0) return <Typography>{say("studio.noLiveCase")}</Typography>;
  const order = before.map(({ path }) => path);
  const standing = data.stages.toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage));
  const choose = (move: boolean) => {
    setMoves(move);
    onChange({ mapping: move ? sameStages(data.stages, { before, after: stages }) : {}, timers: {} });
  };
  return (
    <FormControl>
      <FormLabel id={label}>{say("studio.liveCases")}</FormLabel>
      <RadioGroup
        aria-labelledby={label}
        value={moves ? "move" : "stay"}
        onChange={(_, value) => choose(value === "move")}
      >
        <FormControlLabel
          value="stay"
          control={<Radio />}
          label={say("studio.liveStay", { smart_count: data.total })}
        />
        <FormControlLabel value="move" control={<Radio />} label={say("studio.liveMove")} />
      </RadioGroup>
      <Link
        href={`/${id}?${new URLSearchParams({ filter: '{"status":"active"}' })}`}
        target="_blank"
        rel="noopener"
        sx={{ justifySelf: "start" }}
      >
        {say("studio.seeLiveCases")}
      </Link>
      {moves ? (
        <Box sx={{ display: "grid", gap: 1.5, mt: 2 }}>
          {standing.map((ofStage) => (
            <StageChoice
              key={ofStage.stage}
              standing={ofStage}
              before={before}
              stages={stages}
              choice={choice}
              onChange={onChange}
            />
          ))}
        </Box>
      ) : null}
    </FormControl>
  );
}

function useStages(definition: JsonObject): readonly NamedStage[] {
  const language = useLanguage();
  return stagesOf(definition as unknown as WorkflowDefinition)
    .filter(({ leaf }) => leaf)
    .map(({ path, title }) => ({ path, title: inLanguage(title, language) }));
}
