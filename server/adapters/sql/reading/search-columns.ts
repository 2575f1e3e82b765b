import type { SearchIndexEntry } from "../../../domain/changes/change.ts";
import { fold } from "../../../engine/schema/fold.ts";
import type { Tables } from "../dialect.ts";

/** Characters of a text that sorts and look-ups go by: PostgreSQL keeps no longer one in an index. */
export const comparedLength = 500;

/** Distinct characters of words beyond which PostgreSQL keeps no more for one record. */
const searchedLength = 250_000;
const longestWord = 100;

/** The search entry of a record as the columns that hold it. */
export function searchColumns(entry: SearchIndexEntry, tables: Tables) {
  const keys = Object.fromEntries(
    Object.entries(entry.keys).map(([field, key]) => [field, key.slice(0, comparedLength)]),
  );
  return {
    keys,
    label: entry.label,
    labelKey: fold(entry.sortName).slice(0, comparedLength),
    words: tables.encodeWords(searchableWords(entry.words)),
  };
}

function searchableWords(words: readonly string[]): readonly string[] {
  let length = 0;
  return [...new Set(words.map((word) => word.slice(0, longestWord)))].filter((word) => {
    length += word.length;
    return word !== "" && length <= searchedLength;
  });
}
