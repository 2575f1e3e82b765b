import { DomainError } from "../../domain-error.ts";

/** A key of a filter that the reader cannot filter by: because there is no such field, or because they may not read it. */
export const unknownFilter = (key: string) =>
  new DomainError({
    kind: "malformed",
    code: "unknown-filter",
    message: {
      fr: `On ne peut pas filtrer par « ${key} » : il n’y a pas de tel champ.`,
      en: `There is no filtering by "${key}": there is no such field.`,
    },
    errors: { [key]: { fr: "Filtre inconnu.", en: "Unknown filter." } },
  });

export const wrongFilter = (key: string, expected: { readonly fr: string; readonly en: string }) =>
  new DomainError({
    kind: "malformed",
    code: "wrong-filter",
    message: {
      fr: `Le filtre « ${key} » attend ${expected.fr}.`,
      en: `The filter "${key}" takes ${expected.en}.`,
    },
    errors: { [key]: { fr: `Attend ${expected.fr}.`, en: `Takes ${expected.en}.` } },
  });

export const malformedFilter = () =>
  new DomainError({
    kind: "malformed",
    code: "malformed-filter",
    message: {
      fr: 'Le filtre s’écrit comme un objet JSON, par exemple filter={"status":"active"}.',
      en: 'The filter is written as a JSON object, such as filter={"status":"active"}.',
    },
  });

export const wrongSort = (key: string) =>
  new DomainError({
    kind: "malformed",
    code: "wrong-sort",
    message: {
      fr: `On ne peut pas trier par « ${key} ». Le tri s’écrit sort=["champ","ASC"] ou sort=["champ","DESC"].`,
      en: `There is no sorting by "${key}". A sort is written sort=["field","ASC"] or sort=["field","DESC"].`,
    },
    errors: { sort: { fr: "Tri impossible.", en: "Cannot sort." } },
  });

export const wrongRange = () =>
  new DomainError({
    kind: "malformed",
    code: "wrong-range",
    message: {
      fr: "L’étendue s’écrit range=[0,24] : deux nombres entiers, le second au moins égal au premier, 10 000 lignes au plus.",
      en: "A range is written range=[0,24]: two integers, the second at least the first, 10,000 rows at most.",
    },
    errors: { range: { fr: "Étendue incorrecte.", en: "Wrong range." } },
  });
