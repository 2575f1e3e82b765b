import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { ServedType } from "../../server/http/api-types.ts";
import { useLanguage } from "../app/i18n/use-say.ts";
import { PersonInitials } from "../app/parts/person-initials.tsx";
import { planField } from "../schema-ui/field-plan.ts";
import { PlannedValue } from "../schema-ui/field-value.tsx";
import { isThere } from "../schema-ui/record-facts.tsx";
import { AssigneeSelect } from "./assignee-select.tsx";
import { StageStepper } from "./stage-stepper.tsx";
import { SubjectFacts } from "./subject-facts.tsx";
import type { FlatCase } from "./use-send-event.ts";

/** The left column of a case: who it is about, how far it is, who follows it, the facts that matter. */
export function CaseIdentity({ type, record }: { readonly type: ServedType; readonly record: FlatCase }) {
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
        <AssigneeSelect type={type} record={record} />
        <FactList type={type} record={record} />
      </Stack>
    </Paper>
  );
}

/** The facts that the subjects above do not tell already. */
function FactList({ type, record }: { readonly type: ServedType; readonly record: FlatCase }) {
  const language = useLanguage();
  const facts = type.facts
    .filter((field) => isThere(record[field]))
    .map((field) => planField(field, type.schema.properties?.[field] ?? {}, { required: false, language }))
    .filter((plan) => plan.kind !== "reference");
  if (facts.length === 0) return null;
  return (
    <Stack component="dl" spacing={1} sx={{ m: 0 }}>
      {facts.map((plan) => (
        <div key={plan.name}>
          <Typography component="dt" variant="caption" sx={{ color: "text.secondary" }}>
            {plan.label}
          </Typography>
          <Typography component="dd" sx={{ m: 0 }}>
            <PlannedValue plan={plan} value={record[plan.name]} />
          </Typography>
        </div>
      ))}
    </Stack>
  );
}
