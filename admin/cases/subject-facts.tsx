import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useGetOne } from "react-admin";
import { Link as RouterLink } from "react-router";
import type { ServedType } from "../../server/http/api-types.ts";
import { useType } from "../app/office/use-office.ts";
import { FieldValue } from "../schema-ui/field-value.tsx";
import type { FlatCase } from "./use-send-event.ts";

/** The records that the case is about, each with a link and its own key facts: a phone number is one tap away. */
export function SubjectFacts({ type, record }: { readonly type: ServedType; readonly record: FlatCase }) {
  const references = Object.entries(type.schema.properties ?? {}).flatMap(([field, schema]) => {
    const target = schema["x-reference"];
    const id = record[field];
    return target && typeof id === "string" ? [{ field, target, id, title: schema.title ?? field }] : [];
  });
  return (
    <>
      {references.map(({ field, ...reference }) => (
        <Subject key={field} {...reference} />
      ))}
    </>
  );
}

function Subject({ target, id, title }: { readonly target: string; readonly id: string; readonly title: string }) {
  const type = useType(target);
  const { data } = useGetOne(target, { id }, { enabled: type !== undefined });
  if (!type || !data) return null;
  const facts = type.facts.filter((field) => data[field] !== undefined && data[field] !== null);
  return (
    <Stack spacing={0.5}>
      <Typography variant="caption" sx={{ color: "text.secondary" }}>
        {title}
      </Typography>
      <Link component={RouterLink} to={`/${target}/${id}`}>
        {String(data["displayName"] ?? type.title)}
      </Link>
      {facts.map((field) => (
        <Typography key={field} variant="body2" component="div">
          <Box
            component="span"
            sx={{ color: "text.secondary" }}
          >{`${type.schema.properties?.[field]?.title ?? field} : `}</Box>
          <FieldValue schema={type.schema.properties?.[field] ?? {}} value={data[field]} />
        </Typography>
      ))}
    </Stack>
  );
}
