import { schemaFor } from "../../server/engine/schema/walk-schema.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";

/**
 * What a form shows and requires at this moment. A field that only a branch declares is there while the branch
 * applies, right after the field that the branch asks about; one of the root that only branches require is there
 * while one of them does, or while it holds something.
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
  return { ...current, properties: Object.fromEntries(afterTheirQuestions(shown, schema)) };
}

type Named = readonly [string, DataSchema];

function afterTheirQuestions(fields: readonly Named[], schema: DataSchema): readonly Named[] {
  const own = new Set(Object.keys(schema.properties ?? {}));
  const questions = questionsOf(schema);
  const placed = fields.filter(([name]) => own.has(name));
  for (const field of fields.filter(([name]) => !own.has(name))) {
    const question = questions.get(field[0]);
    const after = placed.findLastIndex(
      ([name]) => name === question || (!own.has(name) && questions.get(name) === question),
    );
    placed.splice(after === -1 ? placed.length : after + 1, 0, field);
  }
  return placed;
}

/** The field that decides on each field of a branch. */
function questionsOf(schema: DataSchema): ReadonlyMap<string, string> {
  const questions = new Map<string, string>();
  const [question] = Object.keys(schema.if?.properties ?? {});
  for (const branch of [schema.then, schema.else]) {
    for (const name of Object.keys(branch?.properties ?? {})) if (question) questions.set(name, question);
    for (const [name, inner] of branch ? questionsOf(branch) : []) questions.set(name, inner);
  }
  for (const part of schema.allOf ?? []) for (const [name, inner] of questionsOf(part)) questions.set(name, inner);
  return questions;
}

function requiredByBranch(schema: DataSchema, name: string): boolean {
  const branches = [schema.then, schema.else];
  return (
    branches.some((branch) => branch?.required?.includes(name) || (branch && requiredByBranch(branch, name))) ||
    (schema.allOf ?? []).some((part) => requiredByBranch(part, name))
  );
}
