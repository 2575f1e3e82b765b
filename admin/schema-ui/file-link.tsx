import Link from "@mui/material/Link";
import { useQuery } from "@tanstack/react-query";
import type { FileBody } from "../../server/http/api-types.ts";
import { callApi } from "../app/api/api-client.ts";
import { useDownload } from "../app/errors/use-download.ts";
import { useSay } from "../app/i18n/use-say.ts";

/** A stored file by its name, to take under the rights of the record that holds it. */
export function FileLink({ id }: { readonly id: string }) {
  const say = useSay();
  const path = `/api/files/${encodeURIComponent(id)}`;
  const { take } = useDownload();
  const { data } = useQuery({
    queryKey: ["files", id],
    queryFn: async ({ signal }) => (await callApi<FileBody>(`${path}/description`, { signal })).body,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <Link
      href={path}
      onClick={(event) => {
        event.preventDefault();
        take(path);
      }}
    >
      {data?.name ?? say("form.openFile")}
    </Link>
  );
}
