import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useGetOne } from "react-admin";
import { Link as RouterLink } from "react-router";
import type { ApiRecord, ServedType } from "../../server/http/api-types.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { useType } from "../app/office/use-office.ts";
import { PlannedValue } from "../schema-ui/field-value.tsx";
import { isThere } from "../schema-ui/is-there.ts";
import { useFacts } from "../schema-ui/record-facts.tsx";
import type { FlatCase } from "./flat-case.ts";

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

function Subject({ target, id, ...props }: SubjectProps) {
  const type = useType(target);
  const { data } = useGetOne<ApiRecord>(target, { id }, { enabled: type !== undefined });
  return type && data ? <LoadedSubject type={type} record={data} {...props} /> : null;
}

interface LoadedProps extends Pick<SubjectProps, "title" | "told"> {
  readonly type: ServedType;
  readonly record: ApiRecord;
}

function LoadedSubject({ type, record, title, told }: LoadedProps) {
  const say = useSay();
  const facts = useFacts({ type, record }).filter(({ value }) => isThere(value) && !told.includes(String(value)));
  return (
    <Stack spacing={0.5}>
      <Typography variant="caption" sx={{ color: "text.secondary" }}>
        {title}
      </Typography>
      <Link component={RouterLink} to={`/${type.id}/${record.id}`}>
        {record.displayName || type.title}
      </Link>
      {facts.map(({ plan, value }) => (
        <Typography key={plan.name} variant="body2" component="div">
          <Box component="span" sx={{ color: "text.secondary" }}>
            {plan.label}
            {say("form.colon")}
          </Box>
          <PlannedValue plan={plan} value={value} />
        </Typography>
      ))}
    </Stack>
  );
}
