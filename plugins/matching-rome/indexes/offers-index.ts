import type { RecordAccess } from "../../../server/plugin-api/index.ts";
import { textOf } from "../reading/json-fields.ts";
import { type Offer, readOffer } from "../reading/offer.ts";
import type { Reading } from "../reading/reading.ts";
import { isSearching, types } from "../type-names.ts";
import { createFollower } from "./follower.ts";

/** Every offer that is open, in memory, kept fresh by what changed since it was last asked. */
export interface OffersIndex {
  refresh(): Promise<void>;
  open(): Iterable<Offer>;
}

/** An index of no offer yet: the first refresh reads those that are open. */
export function createOffersIndex(records: RecordAccess, reading: Reading): OffersIndex {
  const offers = new Map<string, Offer>();
  const follower = createFollower(records, types.recruitments, {
    filter: { status: "active" },
    apply(recruitment) {
      const isOpen = isSearching(textOf(recruitment, "stage"), textOf(recruitment, "status"));
      if (isOpen && recruitment["deleted"] !== true)
        offers.set(textOf(recruitment, "id"), readOffer(recruitment, reading));
      else offers.delete(textOf(recruitment, "id"));
    },
  });
  return {
    async refresh() {
      await follower.refresh();
    },
    open: () => offers.values(),
  };
}
