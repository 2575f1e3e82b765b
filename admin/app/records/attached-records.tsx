import Box from "@mui/material/Box";
import MuiLink from "@mui/material/Link";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { Link } from "react-router";
import type { ApiRecord } from "../../../server/http/api-types.ts";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import { FieldValue } from "../../schema-ui/field-value.tsx";
import { isThere } from "../../schema-ui/is-there.ts";
import { useApi } from "../api/use-api.ts";
import { FailurePage } from "../errors/failure-page.tsx";
import { useSay } from "../i18n/use-say.ts";
import { RowsSkeleton } from "../parts/skeletons.tsx";
import { InPlaceForm } from "./in-place-form.tsx";
import type { Attached } from "./use-attached.ts";

/** How many are shown; the others are in their list. */
const shown = 100;

/** The records that hang on what is shown, the latest first, and a way to add one without leaving. */
export function AttachedRecords({ type, field, value }: Attached) {
  const say = useSay();
  const filter = JSON.stringify({ [field]: value });
  const query = new URLSearchParams({
    filter,
    sort: JSON.stringify(type.sort),
    range: `[0,${shown - 1}]`,
  });
  const { data, error, refetch } = useApi<readonly ApiRecord[]>(type.id, `/api/${type.id}?${query}`);
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={3} />;
  return (
    <Stack spacing={2} sx={{ alignItems: "stretch" }}>
      <Box>
        <InPlaceForm type={type} words={type.tab?.add ?? type.title} fixed={{ [field]: value }} />
      </Box>
      {data.length === 0 ? (
        <Typography sx={{ color: "text.secondary" }}>{say("record.noneAttached")}</Typography>
      ) : (
        <Box component="ul" aria-label={type.title} sx={{ listStyle: "none", m: 0, p: 0 }}>
          {data.map((record) => (
            <Line key={record.id} type={type} record={record} />
          ))}
        </Box>
      )}
      {data.length === shown ? (
        <MuiLink component={Link} to={`/${type.id}?${new URLSearchParams({ filter })}`}>
          {say("record.allAttached")}
        </MuiLink>
      ) : null}
    </Stack>
  );
}

/** Its facts in one line, then what was written and what was joined. */
function Line({ type, record }: { readonly type: Attached["type"]; readonly record: ApiRecord }) {
  const say = useSay();
  const fields = Object.entries(type.schema.properties ?? {}).filter(([name]) => isThere(record[name]));
  const facts = fields.filter(([name]) => type.facts.includes(name));
  const bodies = fields.filter(([name, schema]) => !type.facts.includes(name) && isBody(schema));
  return (
    <Box component="li" sx={{ py: 1.25, borderBottom: 1, borderColor: "divider", "&:last-child": { borderBottom: 0 } }}>
      <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 1.5, alignItems: "baseline" }}>
        {facts.map(([name, schema], at) => (
          <Box key={name} component="span" sx={at === 0 ? { fontWeight: 600 } : { color: "text.secondary" }}>
            <FieldValue schema={schema} value={record[name]} />
          </Box>
        ))}
        <MuiLink
          component={Link}
          to={`/${type.id}/${record.id}`}
          aria-label={`${say("record.openOne")}${say("form.colon")}${record.displayName}`}
          sx={{ ml: "auto" }}
        >
          {say("record.openOne")}
        </MuiLink>
      </Box>
      {bodies.map(([name, schema]) => (
        <Box key={name} sx={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
          <FieldValue schema={schema} value={record[name]} />
        </Box>
      ))}
    </Box>
  );
}

const isBody = (schema: DataSchema) => schema["x-widget"] === "textarea" || schema["x-widget"] === "file";
