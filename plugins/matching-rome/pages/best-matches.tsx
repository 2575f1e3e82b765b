import {
  Box,
  Link,
  Paper,
  type PluginWidgetProps,
  RouterLink,
  RowsSkeleton,
  sentencesOf,
  Typography,
  useLanguage,
} from "../../../admin/plugin-slots/kit.ts";
import { types } from "../type-names.ts";
import { sentences } from "./match-sentences.ts";
import { type FoundMatch, useMatches } from "./use-matches.ts";

const shown = 3;

/** Beside a case: its three best matches, and the way to all of them. */
export function BestMatches({ type, record }: PluginWidgetProps) {
  const say = sentences[useLanguage()];
  const id = String(record.id);
  const { data: matches, error } = useMatches(type, id, shown);
  const title = type === types.recruitments ? say.candidates : say.offers;
  return (
    <Paper component="section" variant="outlined" aria-label={title} sx={{ p: 2 }}>
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {matches ? <BestList matches={matches} /> : error ? null : <RowsSkeleton rows={shown} />}
      {sentencesOf(error).map((sentence) => (
        <Typography key={sentence} variant="body2" sx={{ color: "text.secondary" }}>
          {sentence}
        </Typography>
      ))}
      <Link
        component={RouterLink}
        to={`/matching/${type}/${id}`}
        variant="body2"
        sx={{ display: "inline-block", mt: 1 }}
      >
        {say.all}
      </Link>
    </Paper>
  );
}

function BestList({ matches }: { readonly matches: readonly FoundMatch[] }) {
  const say = sentences[useLanguage()];
  if (matches.length === 0) return <Typography variant="body2">{say.none}</Typography>;
  return (
    <Box component="ol" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", rowGap: 1 }}>
      {matches.map((match) => (
        <Box component="li" key={match.id}>
          <Box sx={{ display: "flex", gap: 1 }}>
            <Link component={RouterLink} to={`/${match.type}/${match.id}`} sx={{ flex: 1, minWidth: 0 }}>
              {match.displayName}
            </Link>
            <Typography sx={{ fontVariantNumeric: "tabular-nums" }}>{say.percent(match.score)}</Typography>
          </Box>
          <Typography variant="body2" color={match.blockers.length > 0 ? "error.main" : "text.secondary"}>
            {match.blockers[0]?.message ?? match.reasons[0]?.message}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
