import MuiLink from "@mui/material/Link";
import Paper from "@mui/material/Paper";
import { Link } from "react-router";
import { fieldsOf } from "../../../server/engine/schema/walk-schema.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { useOffice } from "../../app/office/use-office.ts";
import { PageHead } from "../../app/parts/page-head.tsx";
import { SimpleTable } from "../../app/parts/simple-table.tsx";

/** `/settings/record-types`: what the office keeps records of. */
export function RecordTypesPage() {
  const say = useSay();
  const types = useOffice().types.filter(({ kind }) => kind === "record");
  return (
    <>
      <PageHead title={say("settings.recordTypes")} line={say("settings.recordTypesText")} />
      <Paper variant="outlined" sx={{ overflow: "hidden" }}>
        <SimpleTable
          label={say("settings.recordTypes")}
          rows={types}
          keyOf={(type) => type.id}
          columns={[
            {
              title: say("settings.name"),
              cell: (type) => (
                <MuiLink component={Link} to={`/settings/record-types/${type.id}`} sx={{ fontWeight: 550 }}>
                  {type.title}
                </MuiLink>
              ),
            },
            { title: say("settings.fields"), cell: (type) => fieldsOf(type.schema).length },
            { title: say("settings.description"), cell: (type) => type.description ?? "", quiet: true },
          ]}
        />
      </Paper>
    </>
  );
}
