import MuiLink from "@mui/material/Link";
import { useGetManyAggregate } from "react-admin";
import { Link } from "react-router";
import { useType } from "../app/office/use-office.ts";

/** Another record by its name, one click away. Those of a whole list are asked for at once. */
export function RecordLink({ type, id }: { readonly type: string; readonly id: string }) {
  const served = useType(type);
  const { data } = useGetManyAggregate(type, { ids: [id] }, { enabled: served !== undefined, retry: false });
  const name: unknown = data?.[0]?.["displayName"];
  if (!served) return "…";
  return (
    <MuiLink component={Link} to={`/${type}/${id}`}>
      {typeof name === "string" && name !== "" ? name : "…"}
    </MuiLink>
  );
}
