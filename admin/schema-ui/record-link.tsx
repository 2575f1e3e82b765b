import MuiLink from "@mui/material/Link";
import { useGetManyAggregate } from "react-admin";
import { Link } from "react-router";
import { useSay } from "../app/i18n/use-say.ts";
import { useType } from "../app/office/use-office.ts";
import { NameSkeleton } from "../app/parts/skeletons.tsx";

/** Another record by its name, one click away. Those of a whole list are asked for at once. */
export function RecordLink({ type, id }: { readonly type: string; readonly id: string }) {
  const served = useType(type);
  const say = useSay();
  const { data, isLoading } = useGetManyAggregate(type, { ids: [id] }, { enabled: served !== undefined, retry: false });
  const name: unknown = data?.[0]?.["displayName"];
  if (isLoading) return <NameSkeleton />;
  if (typeof name !== "string" || name === "") return say("record.outOfSight");
  return (
    <MuiLink component={Link} to={`/${type}/${id}`}>
      {name}
    </MuiLink>
  );
}
