import type { CallContext, RecordAccess } from "../../server/plugin-api/index.ts";
import { type OccupationGraph, readOccupationGraph } from "./directory/occupation-graph.ts";
import { madeOfAll } from "./indexes/made-of-all.ts";
import { createOffersIndex, type OffersIndex } from "./indexes/offers-index.ts";
import { createPeopleIndex, type PeopleIndex } from "./indexes/people-index.ts";
import { createReading, type Reading } from "./reading/reading.ts";
import type { MatchingSettings } from "./settings.ts";
import { types } from "./type-names.ts";

/** What the two matchers share: the indexes over one office's records, made when first asked for. */
export interface MatchingState {
  readonly reading: Reading;
  readonly people: PeopleIndex;
  readonly offers: OffersIndex;
  graph(): Promise<OccupationGraph>;
}

/** Finds the state that belongs to the records of a call; it is made anew when the known communes change. */
export function createMatchingStates(): (context: CallContext) => MatchingState {
  const states = new WeakMap<RecordAccess, { readonly communes: string; readonly state: MatchingState }>();
  return ({ records, config }) => {
    const { communes } = settingsOf({ config });
    const key = JSON.stringify(communes);
    const known = states.get(records);
    if (known?.communes === key) return known.state;
    const state = createState(records, createReading(communes));
    states.set(records, { communes: key, state });
    return state;
  };
}

function createState(records: RecordAccess, reading: Reading): MatchingState {
  return {
    reading,
    people: createPeopleIndex(records, reading),
    offers: createOffersIndex(records, reading),
    graph: madeOfAll(records, types.occupations, readOccupationGraph),
  };
}

/** The settings of the call. The host has checked them against the schema and filled in what was not set. */
export function settingsOf({ config }: Pick<CallContext, "config">): MatchingSettings {
  return config as unknown as MatchingSettings;
}
