import {
  Box,
  Link,
  Paper,
  PersonInitials,
  RouterLink,
  Typography,
  unbroken,
  useLanguage,
} from "../../../admin/plugin-slots/kit.ts";
import { MatchReasons, points } from "./match-reasons.tsx";
import { sentences } from "./match-sentences.ts";
import { ProposeButton } from "./propose-button.tsx";
import { limitReason } from "./sides-of.ts";
import type { FoundMatch } from "./use-matches.ts";

interface Props {
  readonly type: string;
  readonly id: string;
  readonly match: FoundMatch;
}

/** One match: who or what it is, how well it suits, why, what stands against it, and the button to propose it. */
export function MatchCard({ type, id, match }: Props) {
  const say = sentences[useLanguage()];
  return (
    <Paper
      component="article"
      variant="outlined"
      aria-label={match.displayName}
      sx={{ p: 2, display: "grid", rowGap: 1.5 }}
    >
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, alignItems: "center" }}>
        <PersonInitials name={match.displayName} />
        <Link component={RouterLink} to={`/${match.type}/${match.id}`} sx={{ flex: "1 1 160px", fontWeight: 600 }}>
          {match.displayName}
        </Link>
        <Typography sx={{ fontVariantNumeric: "tabular-nums", fontWeight: 600 }}>
          {say.score} {say.percent(match.score)}
        </Typography>
        <ProposeButton type={type} id={id} match={match} />
      </Box>
      {match.blockers.length > 0 ? <Limits match={match} /> : null}
      <MatchReasons reasons={match.reasons.filter(({ code }) => code !== "already-proposed")} />
    </Paper>
  );
}

/** What makes it impossible, apart from what is only wished for. */
function Limits({ match }: { readonly match: FoundMatch }) {
  const say = sentences[useLanguage()];
  const taken = limitReason(match.reasons);
  return (
    <Box sx={{ borderLeft: 3, borderColor: "error.main", pl: 1.5, color: "error.main" }}>
      <Typography variant="caption" component="h3" sx={{ fontWeight: 600 }}>
        {say.limits} {taken ? points(taken.weight) : null}
      </Typography>
      <Box component="ul" aria-label={say.limits} sx={{ listStyle: "none", m: 0, p: 0 }}>
        {match.blockers.map(({ code, message }) => (
          <Typography component="li" variant="body2" key={code}>
            {unbroken(message)}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
