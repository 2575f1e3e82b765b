import { useQueries } from "@tanstack/react-query";
import type { ApiRecord, ServedType } from "../../server/http/api-types.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { callApi } from "../app/api/api-client.ts";
import { isThere } from "../schema-ui/is-there.ts";
import type { FlatCase } from "./flat-case.ts";

interface Known {
  readonly form: DataSchema | undefined;
  readonly type: ServedType;
  readonly record: FlatCase;
}

/**
 * What a form can be filled with before anybody types: the case's own values, and those of the records that the form's
 * `x-known-from` names. Undefined while these are being read; one that this reader may not see fills in nothing.
 */
export function useKnownValues({ form, type, record }: Known): JsonObject | undefined {
  const fields = Object.entries(form?.properties ?? {});
  const references = [...new Set(fields.flatMap(([, field]) => field["x-known-from"] ?? []))];
  const answers = useQueries({
    queries: references.map((reference) => {
      const path = `/api/${type.schema.properties?.[reference]?.["x-reference"]}/${record[reference]}`;
      return {
        queryKey: ["known", path],
        queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
          (await callApi<ApiRecord>(path, { signal })).body,
        enabled: typeof record[reference] === "string",
        retry: false,
      };
    }),
  });
  if (answers.some(({ isLoading }) => isLoading)) return undefined;
  const known = fields.flatMap(([name, field]) => {
    const other = answers[references.indexOf(field["x-known-from"] ?? "")]?.data;
    const value = isThere(record[name]) ? record[name] : other?.[name];
    return isThere(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(known) as JsonObject;
}
