import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { ServedType } from "../../server/http/api-types.ts";
import { PersonInitials } from "../app/parts/person-initials.tsx";
import { PlannedValue } from "../schema-ui/field-value.tsx";
import { isThere } from "../schema-ui/is-there.ts";
import { useFacts } from "../schema-ui/record-facts.tsx";
import { AssigneeSelect } from "./assignee-select.tsx";
import type { FlatCase } from "./flat-case.ts";
import { StageStepper } from "./stage-stepper.tsx";
import { SubjectFacts } from "./subject-facts.tsx";

interface Props {
  readonly type: ServedType;
  readonly record: FlatCase;
  /** Shown as it was: nothing can be changed. */
  readonly past?: boolean;
}

/** The left column of a case: who it is about, how far it is, who follows it, the facts that matter. */
export function CaseIdentity({ type, record, past = false }: Props) {
  return (
    <Paper variant="outlined" component="aside" sx={{ p: 2 }}>
      <Stack spacing={2}>
        <Box sx={{ display: "flex", alignItems: "center", gap: 1.5 }}>
          <PersonInitials name={record.displayName ?? type.title} size={40} beside />
          <Typography variant="h3" component="p">
            {record.displayName}
          </Typography>
        </Box>
        <SubjectFacts type={type} record={record} />
        <StageStepper type={type} record={record} />
        <AssigneeSelect type={type} record={record} fixed={past || !type.may.update} />
        <OtherFacts type={type} record={record} />
      </Stack>
    </Paper>
  );
}

/** The facts that the subjects above do not tell already. */
function OtherFacts({ type, record }: Props) {
  const facts = useFacts({ type, record }).filter(({ plan, value }) => isThere(value) && plan.kind !== "reference");
  if (facts.length === 0) return null;
  return (
    <Stack component="dl" spacing={1} sx={{ m: 0 }}>
      {facts.map(({ plan, value }) => (
        <div key={plan.name}>
          <Typography component="dt" variant="caption" sx={{ color: "text.secondary" }}>
            {plan.label}
          </Typography>
          <Typography component="dd" sx={{ m: 0 }}>
            <PlannedValue plan={plan} value={value} />
          </Typography>
        </div>
      ))}
    </Stack>
  );
}
