import type { Offer } from "../reading/offer.ts";
import type { Weights } from "../settings.ts";

/** What a pair is judged by, in the order that reasons are told in. */
export const criteria = [
  "occupation",
  "experience",
  "skills",
  "distance",
  "contract",
  "hours",
  "language",
  "education",
  "availability",
] as const;
/** One of `criteria`. */
export type Criterion = (typeof criteria)[number];

/** Whether the offer asks for it: only then does the criterion count. The occupation always does. */
const asked: { readonly [criterion in Criterion]: (offer: Offer) => boolean } = {
  occupation: () => true,
  experience: ({ experienceMonths }) => experienceMonths > 0,
  skills: ({ skills }) => skills.length > 0,
  distance: ({ commune }) => commune !== "",
  contract: ({ contractType }) => contractType !== "",
  hours: ({ nights, weekends, shifts, workingTime }) => nights || weekends || shifts || workingTime !== "",
  language: ({ languageLevel }) => languageLevel > 0,
  education: ({ educationLevel }) => educationLevel > 0,
  availability: ({ startOn }) => startOn !== "",
};

/**
 * What each criterion can bring to the score of this offer, in the order of `criteria`: its weight among those that
 * the offer asks for, so that all of them add up to 1; 0 for the others.
 */
export function maxima(offer: Offer, weights: Weights): Float64Array {
  const points = criteria.map((criterion) => (asked[criterion](offer) ? weights[criterion] : 0));
  const total = points.reduce((sum, one) => sum + one, 0);
  return Float64Array.from(points, (one) => (total === 0 ? 0 : one / total));
}
