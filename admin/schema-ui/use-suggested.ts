import { useGetList } from "react-admin";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";

/** What the record is called that a suggested value stands for; undefined while, or when, nobody knows. */
export function useSuggested(schema: DataSchema, value: string): string | undefined {
  const { type, value: key } = schema["x-suggest"] ?? { type: "", value: "" };
  const { data } = useGetList(
    type,
    { filter: { [key]: value }, pagination: { page: 1, perPage: 1 }, sort: { field: "id", order: "ASC" } },
    { enabled: type !== "" && value !== "", staleTime: 5 * 60_000, retry: false },
  );
  const name: unknown = data?.[0]?.["displayName"];
  return typeof name === "string" ? name : undefined;
}
