import Link from "@mui/material/Link";
import { useQuery } from "@tanstack/react-query";
import type { FileBody } from "../../server/http/api-types.ts";
import { callApi } from "../app/api/api-client.ts";
import { useSay } from "../app/i18n/use-say.ts";

/** A stored file by its name, to open under the rights of the record that holds it. */
export function FileLink({ id }: { readonly id: string }) {
  const say = useSay();
  const { data } = useQuery({
    queryKey: ["files", id],
    queryFn: async ({ signal }) =>
      (await callApi<FileBody>(`/api/files/${encodeURIComponent(id)}/description`, { signal })).body,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <Link href={`/api/files/${encodeURIComponent(id)}`} target="_blank" rel="noopener">
      {data?.name ?? say("form.openFile")}
    </Link>
  );
}
