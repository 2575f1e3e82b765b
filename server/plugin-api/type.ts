import {
  type ArrayOptions,
  type NumberOptions,
  type ObjectOptions,
  type SchemaOptions,
  type StringOptions,
  type TArray,
  type TBoolean,
  type TInteger,
  type TNumber,
  type TObject,
  type TProperties,
  type TSchema,
  type TString,
  Type as TypeBox,
} from "@sinclair/typebox";
import type { DataSchema } from "./data-schema.ts";

/** What TypeBox knows, without the “and anything else” that it takes besides. */
type Known<Options> = { [Key in keyof Options as string extends Key ? never : Key]: Options[Key] };
type Hints = Pick<DataSchema, "enum" | Extract<keyof DataSchema, `x-${string}`>>;
/** What may be said of a field beside its type: a misspelt `x-secret` would send a secret back, so it does not compile. */
type OptionsOf<Options> = Known<Options> & Hints;

interface FieldTypes {
  String(options?: OptionsOf<StringOptions>): TString;
  Number(options?: OptionsOf<NumberOptions>): TNumber;
  Integer(options?: OptionsOf<NumberOptions>): TInteger;
  Boolean(options?: OptionsOf<SchemaOptions>): TBoolean;
  Array<Item extends TSchema>(items: Item, options?: OptionsOf<ArrayOptions>): TArray<Item>;
  Object<Fields extends TProperties>(fields: Fields, options?: OptionsOf<ObjectOptions>): TObject<Fields>;
}

/** TypeBox, whose fields take the hints of this product and no misspelt ones. */
export const Type: FieldTypes & Omit<typeof TypeBox, keyof FieldTypes> = TypeBox;
