import { useQuery } from "@tanstack/react-query";
import type { ApiRecord } from "../../server/http/api-types.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import { callApi } from "../app/api/api-client.ts";
import { nameInBatch } from "../app/api/name-in-batch.ts";
import type { KnownName } from "./known-name.ts";

/** What the record is called that a suggested value stands for; those of a whole list are asked for at once. */
export function useSuggested(schema: DataSchema, value: string): KnownName {
  const { type, value: key } = schema["x-suggest"] ?? { type: "", value: "" };
  const { data, isLoading } = useQuery({
    queryKey: [type, "called", key, value],
    queryFn: () => nameInBatch(`${type}.${key}`, value, (values) => namesOf(type, key, values)),
    enabled: type !== "" && value !== "",
    staleTime: 5 * 60_000,
    retry: false,
  });
  return { name: data ?? undefined, pending: isLoading };
}

async function namesOf(type: string, key: string, values: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const query = new URLSearchParams({ filter: JSON.stringify({ [key]: values }), range: `[0,${values.length - 1}]` });
  const { body } = await callApi<readonly ApiRecord[]>(`/api/${type}?${query}`);
  return new Map(body.map((record) => [String(record[key]), record.displayName]));
}
