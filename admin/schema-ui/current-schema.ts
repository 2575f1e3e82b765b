import { schemaFor } from "../../server/engine/schema/walk-schema.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";

/**
 * What a form shows and requires at this moment. A field that only a branch declares is there while the branch
 * applies; one of the root that only branches require is there while one of them does, or while it holds something.
 */
export function currentSchema(
  schema: DataSchema,
  values: JsonObject,
  holds: (condition: DataSchema, values: JsonObject) => boolean,
): DataSchema {
  const current = schemaFor(schema, values, holds);
  const required = new Set(current.required ?? []);
  const shown = Object.entries(current.properties ?? {}).filter(
    ([name]) => required.has(name) || values[name] !== undefined || !requiredByBranch(schema, name),
  );
  return { ...current, properties: Object.fromEntries(shown) };
}

function requiredByBranch(schema: DataSchema, name: string): boolean {
  const branches = [schema.then, schema.else];
  return (
    branches.some((branch) => branch?.required?.includes(name) || (branch && requiredByBranch(branch, name))) ||
    (schema.allOf ?? []).some((part) => requiredByBranch(part, name))
  );
}
