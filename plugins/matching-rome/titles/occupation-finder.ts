import type { FinderContribution, JsonObject, RecordAccess } from "../../../server/plugin-api/index.ts";
import { createFollower, type Follower } from "../indexes/follower.ts";
import { textOf, textsOf } from "../reading/json-fields.ts";
import { types } from "../type-names.ts";
import { createTitleCoder, type TitleCoder, type TitledOccupation } from "./title-coder.ts";

interface State {
  readonly follower: Follower;
  coder: Promise<TitleCoder>;
}

/** Finds the occupation of the ROME directory behind what someone types: other words, typing errors, either form. */
export function occupationFinder(): FinderContribution {
  const states = new WeakMap<RecordAccess, State>();
  return {
    title: { fr: "Métier derrière un intitulé", en: "Occupation behind a title" },
    type: types.occupations,
    async find(text, { limit }, { records, signal }) {
      signal.throwIfAborted();
      const state = states.get(records) ?? begin(records);
      states.set(records, state);
      if (await state.follower.refresh()) state.coder = readCoder(records);
      return (await state.coder).code(text, limit);
    },
  };
}

function begin(records: RecordAccess): State {
  const follower = createFollower(records, types.occupations, { filter: {}, apply: () => undefined });
  return { follower, coder: Promise.resolve(createTitleCoder([])) };
}

async function readCoder(records: RecordAccess): Promise<TitleCoder> {
  const occupations: TitledOccupation[] = [];
  for await (const batch of records.each(types.occupations)) occupations.push(...batch.map(titled));
  return createTitleCoder(occupations);
}

function titled(record: JsonObject): TitledOccupation {
  return {
    id: textOf(record, "id"),
    label: textOf(record, "label"),
    titles: textsOf(record, "appellations"),
    skills: textsOf(record, "skills"),
  };
}
