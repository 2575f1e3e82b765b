/** The part of JSON Schema that definition files are described with. */
export interface MetaSchema {
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: MetaSchema };
  readonly description?: string;
  readonly properties?: { readonly [key: string]: MetaSchema };
  readonly additionalProperties?: boolean | MetaSchema;
  readonly items?: MetaSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly MetaSchema[];
  readonly oneOf?: readonly MetaSchema[];
  readonly allOf?: readonly MetaSchema[];
}

/** Every schema that may describe the value at that path of the document. */
export function schemasAt(root: MetaSchema, path: readonly string[]): readonly MetaSchema[] {
  let here = alternatives(root, root);
  for (const key of path)
    here = here.flatMap((schema) => below(schema, key)).flatMap((schema) => alternatives(schema, root));
  return here;
}

function below(schema: MetaSchema, key: string): readonly MetaSchema[] {
  const named = schema.properties?.[key];
  if (named) return [named];
  if (schema.items && /^\d+$/.test(key)) return [schema.items];
  return typeof schema.additionalProperties === "object" ? [schema.additionalProperties] : [];
}

/** The schema itself with what it refers to and the branches that it combines. */
function alternatives(schema: MetaSchema, root: MetaSchema, depth = 0): readonly MetaSchema[] {
  if (depth > 8) return [];
  const referred = schema.$ref ? [definition(root, schema.$ref)] : [];
  const branches = [...referred, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [schema, ...branches.flatMap((branch) => (branch ? alternatives(branch, root, depth + 1) : []))];
}

function definition(root: MetaSchema, reference: string): MetaSchema | undefined {
  return reference.startsWith("#/$defs/") ? root.$defs?.[reference.slice("#/$defs/".length)] : undefined;
}
