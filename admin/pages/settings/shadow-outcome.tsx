import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { Link as RouterLink } from "react-router";
import type { NamedShadowRun } from "../../../server/http/api-types.ts";
import { useSay } from "../../app/i18n/use-say.ts";

/** How many answers differ, and which: each record with both answers side by side. */
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
      <Box component="ul" aria-label={say("settings.shadowDifferences")} sx={{ m: 0, p: 0, listStyle: "none" }}>
        {differences.map((difference) => (
          <Difference key={`${difference.type}/${difference.id}`} difference={difference} />
        ))}
      </Box>
    </>
  );
}

function Difference({ difference }: { readonly difference: NamedShadowRun["differences"][number] }) {
  const { type, id, displayName, before, after } = difference;
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: "divider" }}>
      <Link component={RouterLink} to={`/${type}/${id}`}>
        {displayName}
      </Link>
      <Box sx={{ mt: 0.5, display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: 2 }}>
        <Answer title="settings.shadowBefore" lines={before} />
        <Answer title="settings.shadowAfter" lines={after} />
      </Box>
    </Box>
  );
}

interface AnswerProps {
  readonly title: "settings.shadowBefore" | "settings.shadowAfter";
  readonly lines: readonly string[];
}

function Answer({ title, lines }: AnswerProps) {
  const say = useSay();
  return (
    <Box sx={{ overflowWrap: "anywhere" }}>
      <Typography variant="body2" sx={{ color: "text.secondary" }}>
        {say(title)}
      </Typography>
      {lines.length === 0 ? say("settings.shadowNothing") : null}
      <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
    </Box>
  );
}
