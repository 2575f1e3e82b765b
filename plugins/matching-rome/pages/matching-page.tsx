import {
  Alert,
  EmptyState,
  Link,
  PageHead,
  PageSkeleton,
  type PluginPageProps,
  RouterLink,
  RowsSkeleton,
  Stack,
  sentencesOf,
  Typography,
  useApi,
  useLanguage,
} from "../../../admin/plugin-slots/kit.ts";
import { types } from "../type-names.ts";
import { MatchCard } from "./match-card.tsx";
import { sentences } from "./match-sentences.ts";
import { type FoundMatch, useMatches } from "./use-matches.ts";

const shown = 20;

/** `/matching/:type/:id`: the best candidates for an offer, or the best offers for a person. */
export function MatchingPage({ params: { type = "", id = "" } }: PluginPageProps) {
  const say = sentences[useLanguage()];
  const { data: record } = useApi<{ readonly displayName: string }>(type, `/api/${type}/${encodeURIComponent(id)}`);
  const { data: matches, error } = useMatches(type, id, shown);
  if (!record && !error) return <PageSkeleton />;
  const title = type === types.recruitments ? say.candidates : say.offers;
  return (
    <>
      <PageHead
        title={title}
        line={record?.displayName}
        above={
          <Link component={RouterLink} to={`/${type}/${id}`}>
            {say.back}
          </Link>
        }
      />
      {sentencesOf(error).map((sentence) => (
        <Alert key={sentence} severity="warning">
          {sentence}
        </Alert>
      ))}
      {matches ? <Matches type={type} id={id} matches={matches} /> : error ? null : <RowsSkeleton rows={6} />}
      <Typography variant="caption" component="p" sx={{ mt: 3, color: "text.secondary" }}>
        {say.attribution}
      </Typography>
    </>
  );
}

interface MatchesProps {
  readonly type: string;
  readonly id: string;
  readonly matches: readonly FoundMatch[];
}

function Matches({ type, id, matches }: MatchesProps) {
  const say = sentences[useLanguage()];
  if (matches.length === 0)
    return <EmptyState title={say.none}>{type === types.recruitments ? say.noneWhy : say.noneWhyOffers}</EmptyState>;
  return (
    <>
      <MatchSection title={say.possible} type={type} id={id} matches={matches.filter(isPossible)} />
      <MatchSection title={say.limited} type={type} id={id} matches={matches.filter((match) => !isPossible(match))} />
    </>
  );
}

const isPossible = ({ blockers }: FoundMatch) => blockers.length === 0;

function MatchSection({ title, type, id, matches }: MatchesProps & { readonly title: string }) {
  if (matches.length === 0) return null;
  return (
    <Stack component="section" spacing={1.5} sx={{ mb: 3 }} aria-label={title}>
      <Typography variant="h2">
        {title} ({matches.length})
      </Typography>
      {matches.map((match) => (
        <MatchCard key={match.id} type={type} id={id} match={match} />
      ))}
    </Stack>
  );
}
