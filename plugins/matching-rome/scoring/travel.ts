import type { Offer } from "../reading/offer.ts";
import type { Person } from "../reading/person.ts";

/** From here to there in kilometres, as the crow flies; null when one of the two places is unknown. */
export function kmBetween(offer: Offer, person: Person): number | null {
  if (offer.commune !== "" && offer.commune === person.commune) return 0;
  if (!offer.place || !person.place) return null;
  return Math.hypot(offer.place.x - person.place.x, offer.place.y - person.place.y);
}

/** How far the person would and can go for this offer, in kilometres; null when they said nothing of it. */
export function limitKm(offer: Offer, person: Person): number | null {
  const reach = offer.busAccess === "no" ? person.reachWithoutBusKm : person.reachKm;
  if (person.radiusKm === null) return reach;
  return reach === null ? person.radiusKm : Math.min(person.radiusKm, reach);
}

const nearKm = 5;
/** What is left of the share at the limit; beyond it, it falls to nothing over half as far again. */
const shareAtLimit = 0.2;

/** 1 nearby, falling with every kilometre, 0 far beyond the limit. */
export function distanceShare(km: number, limit: number): number {
  const near = Math.min(nearKm, limit);
  if (km <= near) return 1;
  if (km <= limit) return 1 - ((1 - shareAtLimit) * (km - near)) / (limit - near);
  return Math.max(0, shareAtLimit * (1 - (km - limit) / (limit / 2)));
}

/** Beyond what someone may stretch to: half as far again as their limit, and five kilometres more at least. */
export function isTooFar(km: number, limit: number | null): boolean {
  return limit !== null && km > Math.max(limit * 1.5, limit + nearKm);
}
