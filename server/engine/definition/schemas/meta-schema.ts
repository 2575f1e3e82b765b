import type { DataSchema } from "../../../plugin-api/data-schema.ts";

/** JSON Schema 2020-12 as the schemas of definitions use it: the authoring dialect, and references for what nests. */
export interface MetaSchema
  extends Omit<
    DataSchema,
    "items" | "properties" | "additionalProperties" | "allOf" | "anyOf" | "not" | "if" | "then" | "else" | "contains"
  > {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: MetaSchema };
  readonly items?: MetaSchema;
  readonly properties?: { readonly [field: string]: MetaSchema };
  readonly patternProperties?: { readonly [pattern: string]: MetaSchema };
  readonly propertyNames?: MetaSchema;
  readonly minProperties?: number;
  readonly additionalProperties?: boolean | MetaSchema;
  readonly allOf?: readonly MetaSchema[];
  readonly anyOf?: readonly MetaSchema[];
  readonly not?: MetaSchema;
}
