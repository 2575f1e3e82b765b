import type { Field, PublishedType } from "../definitions/published-type.ts";
import { topLevelOf } from "../definitions/type-fields.ts";
import type { ServedType } from "./office-description.ts";

type Readable = ReadonlySet<string> | null;

const usualColumns = 5;

/** Those of the names that are fields of the type which the reader may read. */
export function readableFields(type: PublishedType, readable: Readable, names: readonly string[]): readonly string[] {
  const own = new Set(Object.keys(type.schema.properties ?? {}));
  return names.filter((name) => {
    if (type.fields.get(name)?.ref.kind === "system") return true;
    const field = topLevelOf(name);
    return (own.has(field) || type.fields.has(name)) && (readable === null || readable.has(field));
  });
}

/** The columns of the definition; without them, where a case stands and the first fields. */
export function listColumns(type: PublishedType, readable: Readable): readonly string[] {
  const named = type.definition.list?.columns;
  if (named !== undefined) return readableFields(type, readable, named);
  const short = dataFields(type).filter(([, field]) => field.schema["x-widget"] !== "textarea");
  const names = readableFields(
    type,
    readable,
    short.map(([name]) => name),
  );
  return type.kind === "workflow"
    ? ["stage", ...names.slice(0, usualColumns - 2), "assigneeId"]
    : names.slice(0, usualColumns);
}

/** The filters of the definition; without them, the fields that choose among a few values. */
export function listFilters(type: PublishedType, readable: Readable): readonly string[] {
  const named = type.definition.list?.filters;
  if (named !== undefined) return readableFields(type, readable, named).filter((name) => type.fields.has(name));
  const chosen = dataFields(type)
    .filter(
      ([, { schema, ref }]) => schema.enum !== undefined || schema.items?.enum !== undefined || ref.kind === "boolean",
    )
    .map(([name]) => name);
  const names = readableFields(type, readable, chosen);
  return type.kind === "workflow" ? ["stage", "assigneeId", ...names] : names;
}

/** The order of the definition; without one that the reader may use, the newest first. */
export function listSort(type: PublishedType, readable: Readable): ServedType["sort"] {
  const named = type.definition.list?.sort;
  const isUsable = named !== undefined && readableFields(type, readable, [named[0]]).length > 0;
  return isUsable ? named : ["createdAt", "DESC"];
}

function dataFields(type: PublishedType): readonly (readonly [string, Field])[] {
  return [...type.fields].filter(([, field]) => field.ref.kind !== "system");
}
