import {
  BlockSkeleton,
  Box,
  Link,
  RouterLink,
  Section,
  sentencesOf,
  Typography,
  useApi,
  useLanguage,
  useOffice,
} from "../../../admin/plugin-slots/kit.ts";
import { types } from "../type-names.ts";
import { sentences } from "./match-sentences.ts";
import { useMatches } from "./use-matches.ts";

interface Offer {
  readonly id: string;
  readonly displayName: string;
}

const shownOffers = 4;
const shownPeople = 3;
/** Offers are new for two weeks. */
const newDays = 14;
/** Less is no news. */
const likely = 0.5;

/** On my day: the offers of the last two weeks, with the people who suit each best; nothing where there is none. */
export function NewMatches() {
  const say = sentences[useLanguage()];
  const { today } = useOffice();
  const since = new Date(Date.parse(today) - newDays * 86_400_000).toISOString().slice(0, 10);
  const query = new URLSearchParams({
    filter: JSON.stringify({ stage: "published", stageSince_gte: since }),
    sort: '["stageSince","DESC"]',
    range: `[0,${shownOffers - 1}]`,
  });
  const { data: offers } = useApi<readonly Offer[]>(types.recruitments, `/api/${types.recruitments}?${query}`);
  if (offers?.length === 0) return null;
  return (
    <Section title={say.forNewOffers}>
      {offers ? (
        <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 1.5 }}>
          {offers.map((offer) => (
            <OfferLine key={offer.id} offer={offer} />
          ))}
        </Box>
      ) : (
        <BlockSkeleton lines={2 * shownOffers} />
      )}
    </Section>
  );
}

function OfferLine({ offer }: { readonly offer: Offer }) {
  const say = sentences[useLanguage()];
  const { data: matches, error } = useMatches(types.recruitments, offer.id, shownPeople);
  const people = matches?.filter(({ score, blockers }) => score >= likely && blockers.length === 0) ?? [];
  return (
    <li>
      <Link component={RouterLink} to={`/matching/${types.recruitments}/${offer.id}`}>
        {offer.displayName}
      </Link>
      <Typography variant="body2" sx={{ color: "text.secondary", minHeight: "1.5em" }}>
        {sentencesOf(error)[0] ??
          (matches && people.length === 0
            ? say.nobodyYet
            : people.map(({ displayName, score }) => `${displayName} ${say.percent(score)}`).join(" · "))}
      </Typography>
    </li>
  );
}
