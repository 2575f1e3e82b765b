import type { CompiledWorkflow } from "../../server/engine/definition/compiled-workflow.ts";
import type { Facts, KnownFacts, RelatedRecord } from "../../server/engine/execution/facts.ts";
import { furtherFacts } from "../../server/engine/execution/further-facts.ts";
import { neededFacts, type Question } from "../../server/engine/execution/needed-facts.ts";
import { fieldsOf } from "../../server/engine/schema/walk-schema.ts";
import type { ApiRecord, ServedType } from "../../server/http/api-types.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { callApi } from "../app/api/api-client.ts";

/** What a trial knows of the office: the types that its references lead to. */
export interface TrialOffice extends Omit<KnownFacts, "related"> {
  readonly types: readonly ServedType[];
}

/** What a decision about a dummy case has to know: the real records that it refers to, and real counts. Reads alone. */
export async function trialFacts(
  workflow: CompiledWorkflow,
  question: Question,
  { types, ...known }: TrialOffice,
): Promise<Facts> {
  const data = "draft" in question ? question.draft.data : question.current.data;
  const related = await relatedTo(workflow.definition.schema ?? {}, data, { types, depth: 1 });
  let facts: Facts = { ...known, related, counts: {} };
  let requests = neededFacts(workflow, question, facts);
  do {
    const counted = await Promise.all(
      requests.map(async ({ key, type, filter }) => [key, await countOf(type, filter)] as const),
    );
    facts = { ...facts, counts: { ...facts.counts, ...Object.fromEntries(counted) } };
    requests = furtherFacts(workflow, question, facts);
  } while (requests.length > 0);
  return facts;
}

interface Relating {
  readonly types: readonly ServedType[];
  /** How many references further. */
  readonly depth: number;
}

async function relatedTo(schema: DataSchema, data: JsonObject, { types, depth }: Relating): Promise<Facts["related"]> {
  const references = fieldsOf(schema).filter((field) => field.schema["x-reference"] !== undefined);
  const found = await Promise.all(
    references.map(async ({ name, schema: field }) => {
      const id = data[name];
      const type = types.find((one) => one.id === field["x-reference"]);
      const relation = name.replace(/Id$/, "");
      if (typeof id !== "string" || !type) return [relation, null] as const;
      const { body } = await callApi<ApiRecord>(`/api/${type.id}/${encodeURIComponent(id)}`);
      const further = depth === 0 ? {} : await relatedTo(type.schema, body, { types, depth: depth - 1 });
      return [relation, { ...further, ...body } as RelatedRecord] as const;
    }),
  );
  return Object.fromEntries(found);
}

async function countOf(type: string, filter: JsonObject): Promise<number> {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), range: "[0,0]" });
  const { headers } = await callApi(`/api/${type}?${query}`);
  return Number(/\/(\d+)/.exec(headers.get("Content-Range") ?? "")?.[1] ?? 0);
}
