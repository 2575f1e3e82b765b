import type { FinderContribution, JsonObject, RecordAccess } from "../../../server/plugin-api/index.ts";
import { madeOfAll } from "../indexes/made-of-all.ts";
import { textOf, textsOf } from "../reading/json-fields.ts";
import { types } from "../type-names.ts";
import { createTitleCoder, type TitleCoder, type TitledOccupation } from "./title-coder.ts";

/** What finds occupations behind titles in the records of a call, as they are now. */
type TitleCoders = (records: RecordAccess) => Promise<TitleCoder>;

/** One coder for all who ask about the same records. */
export function createTitleCoders(): TitleCoders {
  const coders = new WeakMap<RecordAccess, () => Promise<TitleCoder>>();
  return (records) => {
    const coderNow =
      coders.get(records) ?? madeOfAll(records, types.occupations, (all) => createTitleCoder(all.map(titled)));
    coders.set(records, coderNow);
    return coderNow();
  };
}

/** Finds the occupation of the ROME directory behind what someone types: other words, typing errors, either form. */
export function occupationFinder(coderOf: TitleCoders) {
  return {
    title: { fr: "Métier derrière un intitulé", en: "Occupation behind a title" },
    type: types.occupations,
    async find(text, { limit }, { records, signal }) {
      signal.throwIfAborted();
      return (await coderOf(records)).code(text, limit);
    },
  } satisfies FinderContribution;
}

function titled(record: JsonObject): TitledOccupation {
  return {
    id: textOf(record, "id"),
    label: textOf(record, "label"),
    titles: textsOf(record, "appellations"),
    skills: textsOf(record, "skills"),
  };
}
