import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import MuiLink from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useMutation } from "@tanstack/react-query";
import type { RehearsalBody } from "../../server/http/api-types.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { FailureAlert } from "../app/errors/failure-alert.tsx";
import { useSay } from "../app/i18n/use-say.ts";
import { useType } from "../app/office/use-office.ts";
import { Section } from "../app/parts/section.tsx";
import { SimpleTable } from "../app/parts/simple-table.tsx";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { StageName } from "./stage-name.tsx";
import type { definitionApi } from "./use-definition.ts";

interface Props {
  readonly api: ReturnType<typeof definitionApi>;
  readonly definition: JsonObject;
  readonly id: string;
}

/** The draft on every live case: which could go on in it where they stand, and why the others could not. Changes nothing. */
export function RehearsalTab({ id, api, definition }: Props) {
  const say = useSay();
  const rehearse = useMutation({ mutationFn: () => api.rehearse(definition) });
  return (
    <Box sx={{ display: "grid", gap: 2 }}>
      <Typography sx={{ color: "text.secondary" }}>{say("studio.rehearseHelp")}</Typography>
      <Button
        variant="outlined"
        sx={{ justifySelf: "start" }}
        loading={rehearse.isPending}
        onClick={() => rehearse.mutate()}
      >
        {say("studio.rehearse")}
      </Button>
      {rehearse.isPending ? <RowsSkeleton rows={4} /> : null}
      <FailureAlert error={rehearse.error} />
      {rehearse.data ? <Outcome id={id} rehearsal={rehearse.data} /> : null}
    </Box>
  );
}

interface OutcomeProps {
  readonly id: string;
  readonly rehearsal: RehearsalBody;
}

const fits = ["safe", "timer-to-decide", "needs-mapping", "data-invalid"] as const;

function Outcome({ id, rehearsal }: OutcomeProps) {
  const say = useSay();
  const { total, counts, stages, cases } = rehearsal;
  const safe = counts.safe === total;
  return (
    <>
      <Alert severity={safe ? "success" : "warning"} role="status">
        {say(safe ? "studio.rehearsedSafe" : "studio.rehearsed", { smart_count: total, safe: counts.safe })}
      </Alert>
      {total > 0 ? <ByStage id={id} stages={stages} /> : null}
      {cases.length > 0 ? <NotSafe id={id} cases={cases} count={total - counts.safe} /> : null}
    </>
  );
}

/** How many cases of each stage would fare how. */
function ByStage({ id, stages }: { readonly id: string } & Pick<RehearsalBody, "stages">) {
  const say = useSay();
  // What is in force names the stages that cases stand in.
  const standing = useType(id)?.stages ?? [];
  const order = standing.map(({ path }) => path);
  return (
    <Section title={say("studio.rehearsedStages")} flush>
      <SimpleTable
        label={say("studio.rehearsedStages")}
        rows={stages.toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage))}
        keyOf={({ stage }) => stage}
        columns={[
          { title: say("record.stage"), cell: ({ stage }) => <StageName stages={standing} stage={stage} /> },
          ...fits.map((fit) => ({
            title: say(`studio.fit-${fit}`),
            cell: (row: RehearsalBody["stages"][number]) => row.counts[fit] || "–",
          })),
        ]}
      />
    </Section>
  );
}

interface NotSafeProps extends Pick<RehearsalBody, "cases"> {
  readonly id: string;
  /** How many there are; the first of them are named. */
  readonly count: number;
}

/** The cases that could not simply go on, each with why. */
function NotSafe({ id, cases, count }: NotSafeProps) {
  const say = useSay();
  return (
    <Section title={say("studio.rehearsedCases")} flush>
      {cases.length < count ? (
        <Typography sx={{ px: 2, pb: 1, color: "text.secondary" }}>
          {say("studio.rehearsedFirst", { count: cases.length, total: count })}
        </Typography>
      ) : null}
      <SimpleTable
        label={say("studio.rehearsedCases")}
        rows={cases}
        keyOf={(row) => row.id}
        columns={[
          {
            title: say("list.title"),
            cell: (row) => (
              <MuiLink href={`/${id}/${row.id}`} target="_blank" rel="noopener">
                {row.displayName}
              </MuiLink>
            ),
          },
          { title: say("studio.fit"), cell: (row) => say(`studio.fit-${row.fit}`) },
          { title: say("studio.why"), cell: (row) => row.reasons.join(" ") },
        ]}
      />
    </Section>
  );
}
