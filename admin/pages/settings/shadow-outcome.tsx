import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { Link as RouterLink } from "react-router";
import type { NamedShadowRun } from "../../../server/http/api-types.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { SimpleTable } from "../../app/parts/simple-table.tsx";

/** How many answers differ, and which. */
export function ShadowOutcome({ run }: { readonly run: NamedShadowRun }) {
  const say = useSay();
  const { compared, differing, failed, differences } = run;
  return (
    <>
      <Typography sx={{ mb: 1, fontWeight: 550 }}>
        {say("settings.shadowCount", { compared, smart_count: differing })}
      </Typography>
      {failed.before + failed.after > 0 ? (
        <Typography sx={{ mb: 1 }}>{say("settings.shadowFailed", failed)}</Typography>
      ) : null}
      {differences.length === 0 ? null : (
        <SimpleTable
          label={say("settings.shadowDifferences")}
          rows={differences}
          keyOf={({ type, id }) => `${type}/${id}`}
          columns={[
            {
              title: say("settings.shadowRecord"),
              cell: ({ type, id, displayName }) => (
                <Link component={RouterLink} to={`/${type}/${id}`}>
                  {displayName}
                </Link>
              ),
            },
            { title: say("settings.shadowBefore"), cell: ({ before }) => <Lines lines={before} /> },
            { title: say("settings.shadowAfter"), cell: ({ after }) => <Lines lines={after} /> },
          ]}
        />
      )}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const say = useSay();
  if (lines.length === 0) return <>{say("settings.shadowNothing")}</>;
  return (
    <Box component="ol" sx={{ m: 0, pl: 2 }}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </Box>
  );
}
