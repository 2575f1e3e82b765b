import type { FinderContribution, JsonObject, RecordAccess } from "../../../server/plugin-api/index.ts";
import { madeOfAll } from "../indexes/made-of-all.ts";
import { textOf, textsOf } from "../reading/json-fields.ts";
import { types } from "../type-names.ts";
import { createTitleCoder, type TitleCoder, type TitledOccupation } from "./title-coder.ts";

/** Finds the occupation of the ROME directory behind what someone types: other words, typing errors, either form. */
export function occupationFinder(): FinderContribution {
  const coders = new WeakMap<RecordAccess, () => Promise<TitleCoder>>();
  return {
    title: { fr: "Métier derrière un intitulé", en: "Occupation behind a title" },
    type: types.occupations,
    async find(text, { limit }, { records, signal }) {
      signal.throwIfAborted();
      const coderNow = coders.get(records) ?? madeOfAll(records, types.occupations, readCoder);
      coders.set(records, coderNow);
      return (await coderNow()).code(text, limit);
    },
  };
}

function readCoder(occupations: readonly JsonObject[]): Promise<TitleCoder> {
  return createTitleCoder(occupations.map(titled));
}

function titled(record: JsonObject): TitledOccupation {
  return {
    id: textOf(record, "id"),
    label: textOf(record, "label"),
    titles: textsOf(record, "appellations"),
    skills: textsOf(record, "skills"),
  };
}
