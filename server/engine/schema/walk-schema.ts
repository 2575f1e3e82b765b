import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";

/** A field of a schema, wherever it stands: under `properties`, or in a branch of `allOf`, `if`, `then`, `else`. */
export interface SchemaField {
  readonly name: string;
  /** Dotted path from the root; the items of an array add nothing to it. */
  readonly path: string;
  /** What is said of it where it is first declared. */
  readonly schema: DataSchema;
  /** Must always be there. */
  readonly required: boolean;
  /** Declared in a branch alone: there or not depending on other fields. */
  readonly conditional: boolean;
  /** The id of its form section. */
  readonly group: string | null;
  /** Stands inside an array. */
  readonly repeated: boolean;
}

/** The fields at the top of a schema, in its order. */
export function fieldsOf(_schema: DataSchema): readonly SchemaField[] {
  throw new Error("not built yet");
}

/** Every field, those inside objects and arrays after the one that they stand in. */
export function allFieldsOf(_schema: DataSchema): readonly SchemaField[] {
  throw new Error("not built yet");
}

/** The fields that hold the id of a record, or a list of ids, with the type of it. */
export function referencesOf(
  _schema: DataSchema,
): readonly { readonly field: string; readonly type: string; readonly many: boolean }[] {
  throw new Error("not built yet");
}

/**
 * The schema for one value: the branches whose `if` holds (told by `holds`) laid over it, the others left out.
 * What a form shows and requires at this moment.
 */
export function schemaFor(
  _schema: DataSchema,
  _value: JsonObject,
  _holds: (schema: DataSchema, value: JsonObject) => boolean,
): DataSchema {
  throw new Error("not built yet");
}

/** The value at a dotted path; undefined when there is none. */
export function valueAt(_data: Json | undefined, _path: string): Json | undefined {
  throw new Error("not built yet");
}
