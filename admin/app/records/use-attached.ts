import type { ServedType } from "../../../server/http/api-types.ts";
import { useOffice } from "../office/use-office.ts";

/** A type whose records hang on others, and the field that ties them to what is shown. */
export interface Attached {
  readonly type: ServedType;
  readonly field: string;
  readonly value: string;
}

type Shown = { readonly id: string; readonly [field: string]: unknown };

/**
 * The types that have a tab on this record's page: those that refer to it, or to what it refers to itself, as the
 * notes about a person are shown on the cases about that person.
 */
export function useAttached(type: ServedType, record: Shown): readonly Attached[] {
  const { types } = useOffice();
  return types.filter(({ tab }) => tab !== null).flatMap((hanging) => tieOf(hanging, type, record) ?? []);
}

function tieOf(hanging: ServedType, type: ServedType, record: Shown): Attached | null {
  const references = Object.entries(hanging.schema.properties ?? {}).flatMap(([field, schema]) => {
    const target = schema["x-reference"];
    return target === undefined ? [] : [{ field, target }];
  });
  const direct = references.find(({ target }) => target === type.id);
  if (direct) return { type: hanging, field: direct.field, value: record.id };
  const shared = references.find(({ field, target }) => {
    return type.schema.properties?.[field]?.["x-reference"] === target && typeof record[field] === "string";
  });
  return shared ? { type: hanging, field: shared.field, value: String(record[shared.field]) } : null;
}
