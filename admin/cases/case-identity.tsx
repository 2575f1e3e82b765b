import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { ServedType } from "../../server/http/api-types.ts";
import { PersonInitials } from "../app/parts/person-initials.tsx";
import { FieldValue } from "../schema-ui/field-value.tsx";
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

function FactList({ type, record }: { readonly type: ServedType; readonly record: FlatCase }) {
  const facts = type.facts.filter((field) => record[field] !== undefined && record[field] !== null);
  if (facts.length === 0) return null;
  return (
    <Stack component="dl" spacing={1} sx={{ m: 0 }}>
      {facts.map((field) => (
        <div key={field}>
          <Typography component="dt" variant="caption" sx={{ color: "text.secondary" }}>
            {type.schema.properties?.[field]?.title ?? field}
          </Typography>
          <Typography component="dd" sx={{ m: 0 }}>
            <FieldValue schema={type.schema.properties?.[field] ?? {}} value={record[field]} />
          </Typography>
        </div>
      ))}
    </Stack>
  );
}
