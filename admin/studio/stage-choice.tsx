import Box from "@mui/material/Box";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import type { RehearsalBody } from "../../server/http/api-types.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { type NamedStage, stageName } from "./same-stages.ts";
import type { CasesChoice } from "./use-definition.ts";

interface Props {
  /** Where cases stand now, and how they would fare. */
  readonly standing: RehearsalBody["stages"][number];
  /** The stages in force, by name. */
  readonly before: readonly NamedStage[];
  /** Those to choose from. */
  readonly stages: readonly NamedStage[];
  readonly choice: CasesChoice;
  readonly onChange: (choice: CasesChoice) => void;
}

const timerChoices = ["from-now", "from-stage"] as const;

/** Where the cases of one stage go on, and what their timers count from. */
export function StageChoice({ standing, before, stages, choice, onChange }: Props) {
  const say = useSay();
  const { stage, counts, atOnce } = standing;
  const name = stageName(stage, before);
  const number = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const to = choice.mapping[stage] ?? "";
  const timers = choice.timers[stage] ?? "from-now";
  const others =
    stages.some(({ path }) => path === to) || to === "" ? [] : [{ path: to, title: stageName(to, stages) }];
  const decides = to !== "" && (to !== stage || counts["timer-to-decide"] > 0);
  const firing = to === stage ? atOnce[timers] : 0;
  const staying = to === stage ? counts["data-invalid"] : 0;
  const goTo = (target: string) => {
    const { [stage]: _before, ...rest } = choice.mapping;
    onChange({ ...choice, mapping: target === "" ? rest : { ...rest, [stage]: target } });
  };
  return (
    <Box
      sx={{ display: "grid", gap: 1.5, gridTemplateColumns: { xs: "minmax(0, 1fr)", sm: "repeat(2, minmax(0, 1fr))" } }}
    >
      <TextField
        select
        label={say("studio.liveStage", { stage: name, smart_count: number })}
        value={to}
        onChange={({ target }) => goTo(target.value)}
        helperText={staying > 0 ? say("studio.liveInvalid", { smart_count: staying }) : undefined}
        slotProps={{ select: { displayEmpty: true } }}
      >
        <MenuItem value="">{say("studio.liveKeep")}</MenuItem>
        {[...others, ...stages].map(({ path, title }) => (
          <MenuItem key={path} value={path}>
            {title}
          </MenuItem>
        ))}
      </TextField>
      {decides ? (
        <TextField
          select
          label={say("studio.liveTimers")}
          value={timers}
          onChange={({ target }) =>
            onChange({
              ...choice,
              timers: { ...choice.timers, [stage]: target.value === "from-stage" ? "from-stage" : "from-now" },
            })
          }
          helperText={firing > 0 ? say("studio.liveAtOnce", { smart_count: firing }) : undefined}
        >
          {timerChoices.map((each) => (
            <MenuItem key={each} value={each}>
              {say(`studio.timers-${each}`)}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
    </Box>
  );
}
