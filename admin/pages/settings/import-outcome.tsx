import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import MuiLink from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { Link } from "react-router";
import type { ImportBody } from "../../../server/http/api-types.ts";
import { unbroken } from "../../app/i18n/unbroken.ts";
import { useLanguage, useSay } from "../../app/i18n/use-say.ts";
import { csvText } from "../../app/parts/csv-text.ts";
import { handOutFile } from "../../app/parts/hand-out-file.ts";
import { SimpleTable } from "../../app/parts/simple-table.tsx";

interface Props {
  readonly report: ImportBody;
  readonly type: string;
  readonly title: string;
}

/** How many refused lines are shown; the rest is counted. */
const mostLines = 100;

/** What an import did, or would do: how many records, which columns fill which fields, which lines are refused and why. */
export function ImportOutcome({ report, type, title }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { created, updated, unchanged, rejected, columns, ignoredColumns, dryRun } = report;
  const download = () => {
    const head = [say("settings.importsLineNumber"), say("settings.importsReason")];
    const lines = rejected.map(({ line, reason }) => [String(line), reason]);
    handOutFile(csvText([head, ...lines], language), say("settings.importsRefusedFile"));
  };
  const counts = [
    say("settings.importsCreated", { smart_count: created }),
    say("settings.importsUpdated", { smart_count: updated }),
    say("settings.importsUnchanged", { smart_count: unchanged }),
    say("settings.importsRejected", { smart_count: rejected.length }),
  ].join(", ");
  return (
    <Box sx={{ display: "grid", gap: 2 }}>
      <Alert severity={rejected.length > 0 ? "warning" : dryRun ? "info" : "success"} role="status">
        {counts}.{" "}
        {dryRun ? null : (
          <MuiLink component={Link} to={`/${type}`} underline="always">
            {title}
          </MuiLink>
        )}
      </Alert>
      {rejected.length > 0 ? (
        <Button size="small" variant="outlined" sx={{ justifySelf: "start" }} onClick={download}>
          {say("settings.importsDownload")}
        </Button>
      ) : null}
      {rejected.length > 0 ? (
        <SimpleTable
          label={say("settings.importsRefused")}
          rows={rejected.slice(0, mostLines)}
          keyOf={({ line, reason }) => `${line} ${reason}`}
          columns={[
            { title: say("settings.importsLineNumber"), cell: ({ line }) => line },
            { title: say("settings.importsReason"), cell: ({ reason }) => unbroken(reason) },
          ]}
        />
      ) : null}
      {rejected.length > mostLines ? (
        <Typography>{say("settings.importsMore", { smart_count: rejected.length - mostLines })}</Typography>
      ) : null}
      <Typography variant="body2" sx={{ color: "text.secondary" }}>
        {say("settings.importsColumns")} {columns.map(({ header, field }) => `${header} → ${field}`).join(" ; ")}.
        {ignoredColumns.length > 0 ? ` ${say("settings.importsIgnored", { list: ignoredColumns.join(", ") })}` : null}
      </Typography>
    </Box>
  );
}
