import MuiLink from "@mui/material/Link";
import Paper from "@mui/material/Paper";
import { Link } from "react-router";
import { fieldsOf } from "../../../server/engine/schema/walk-schema.ts";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import { inLanguage } from "../../../server/plugin-api/text.ts";
import { useApi } from "../../app/api/use-api.ts";
import { FailurePage } from "../../app/errors/failure-page.tsx";
import { useLanguage, useSay } from "../../app/i18n/use-say.ts";
import { PageHead } from "../../app/parts/page-head.tsx";
import { RowsSkeleton } from "../../app/parts/skeletons.tsx";
import { SimpleTable } from "./simple-table.tsx";

/** `/settings/record-types`: what the office keeps records of. */
export function RecordTypesPage() {
  const say = useSay();
  const language = useLanguage();
  const { data, error, refetch } = useApi<readonly RecordTypeDefinition[]>("record-types", "/api/record-types");
  return (
    <>
      <PageHead title={say("settings.recordTypes")} line={say("settings.recordTypesText")} />
      <Paper variant="outlined" sx={{ overflow: "hidden" }}>
        {error ? <FailurePage error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <RowsSkeleton rows={6} /> : null}
        {data ? (
          <SimpleTable
            label={say("settings.recordTypes")}
            rows={data}
            keyOf={(type) => type.id}
            columns={[
              {
                title: say("settings.name"),
                cell: (type) => (
                  <MuiLink component={Link} to={`/settings/record-types/${type.id}`} sx={{ fontWeight: 550 }}>
                    {inLanguage(type.title, language)}
                  </MuiLink>
                ),
              },
              { title: say("settings.fields"), cell: (type) => fieldsOf(type.schema).length },
              {
                title: say("settings.description"),
                cell: (type) => (type.description ? inLanguage(type.description, language) : ""),
                quiet: true,
              },
            ]}
          />
        ) : null}
      </Paper>
    </>
  );
}
