import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useGetOne } from "react-admin";
import { Link as RouterLink } from "react-router";
import type { ServedType } from "../../server/http/api-types.ts";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import { useType } from "../app/office/use-office.ts";
import { planField } from "../schema-ui/field-plan.ts";
import { PlannedValue } from "../schema-ui/field-value.tsx";
import { isThere } from "../schema-ui/record-facts.tsx";
import type { FlatCase } from "./use-send-event.ts";

/** The records that the case is about, each with a link and its own key facts: a phone number is one tap away. */
export function SubjectFacts({ type, record }: { readonly type: ServedType; readonly record: FlatCase }) {
  const references = Object.entries(type.schema.properties ?? {}).flatMap(([field, schema]) => {
    const target = schema["x-reference"];
    const id = record[field];
    return target && typeof id === "string" ? [{ field, target, id, title: schema.title ?? field }] : [];
  });
  const told = references.map(({ id }) => id);
  return (
    <>
      {references.map(({ field, ...reference }) => (
        <Subject key={field} {...reference} told={told} />
      ))}
    </>
  );
}

interface SubjectProps {
  readonly target: string;
  readonly id: string;
  readonly title: string;
  /** Ids of all subjects: one that is also a fact of another is not told twice. */
  readonly told: readonly string[];
}

function Subject({ target, id, title, told }: SubjectProps) {
  const say = useSay();
  const language = useLanguage();
  const type = useType(target);
  const { data } = useGetOne(target, { id }, { enabled: type !== undefined });
  if (!type || !data) return null;
  const facts = type.facts
    .filter((field) => isThere(data[field]) && !told.includes(String(data[field])))
    .map((field) => planField(field, type.schema.properties?.[field] ?? {}, { required: false, language }));
  return (
    <Stack spacing={0.5}>
      <Typography variant="caption" sx={{ color: "text.secondary" }}>
        {title}
      </Typography>
      <Link component={RouterLink} to={`/${target}/${id}`}>
        {String(data["displayName"] ?? type.title)}
      </Link>
      {facts.map((plan) => (
        <Typography key={plan.name} variant="body2" component="div">
          <Box component="span" sx={{ color: "text.secondary" }}>
            {plan.label}
            {say("form.colon")}
          </Box>
          <PlannedValue plan={plan} value={data[plan.name]} />
        </Typography>
      ))}
    </Stack>
  );
}
