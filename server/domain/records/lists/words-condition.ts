import type { PublishedType } from "../../definitions/published-type.ts";
import { templateFields } from "../naming/display-template.ts";
import type { Condition } from "../record-reader.ts";
import { readableField } from "./filter-key.ts";
import type { FilterReader } from "./parse-filter.ts";

/**
 * Full text: each word a prefix, in what the reader may read of the record and of the records that it is called after.
 * A record called after one that is itself called after another is found by the last one's words too.
 */
export function wordsCondition(type: PublishedType, words: readonly string[], reader: FilterReader): Condition {
  return words.length === 0
    ? { op: "nothing" }
    : condition({ type, words: words.slice(0, mostWords), depth: 0 }, reader);
}

/** Full text in the record's own words alone. */
export function ownWordsCondition(type: PublishedType, words: readonly string[], reader: FilterReader): Condition {
  const classes = reader.rights.searchClasses(type.id);
  return { op: "words", words: words.slice(0, mostWords), classes, through: [] };
}

/** Words beyond these narrow nothing down any more. */
const mostWords = 16;
/** A case may be called after a case that is called after a record. */
const deepestSubject = 2;

interface Search {
  readonly type: PublishedType;
  readonly words: readonly string[];
  readonly depth: number;
}

function condition({ type, words, depth }: Search, reader: FilterReader): Condition {
  const subjects = depth === deepestSubject ? [] : subjectsOf(type, reader);
  const open = subjects.filter((subject) => reader.rights.scope(subject.type.id).length === 0);
  const through = open.map(({ field, type: { id } }) => ({
    field,
    type: id,
    classes: reader.rights.searchClasses(id),
  }));
  const own: Condition = { op: "words", words, classes: reader.rights.searchClasses(type.id), through };
  const deeper = subjects
    .filter((subject) => !open.includes(subject) || subjectsOf(subject.type, reader).length > 0)
    .map(({ field, type: subject }): readonly Condition[] => {
      const scope = reader.rights.scope(subject.id);
      return [
        {
          op: "reference",
          field,
          type: subject.id,
          where: [condition({ type: subject, words, depth: depth + 1 }, reader), ...scope],
        },
      ];
    });
  return deeper.length === 0 ? own : { op: "any", of: [[own], ...deeper] };
}

/** The references in the type's display name. */
function subjectsOf(
  type: PublishedType,
  reader: FilterReader,
): readonly { readonly field: string; readonly type: PublishedType }[] {
  const named = new Set(templateFields(type.display));
  return type.references.flatMap(({ field, type: id }) => {
    const target = reader.typeOf(id);
    const isRead = named.has(field) && readableField(type, reader.rights, field) !== null;
    return target !== undefined && isRead && reader.rights.may("read", id) ? [{ field, type: target }] : [];
  });
}
