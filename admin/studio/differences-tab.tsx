import Paper from "@mui/material/Paper";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import { useQuery } from "@tanstack/react-query";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { FailurePage } from "../app/errors/failure-page.tsx";
import { unbroken } from "../app/i18n/unbroken.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import type { definitionApi } from "./use-definition.ts";

interface Props {
  /** There is a version in force to differ from. */
  readonly published: boolean;
  readonly api: ReturnType<typeof definitionApi>;
  readonly definition: JsonObject;
}

/** What differs from the version in force, a sentence a line. */
export function DifferencesTab({ published, api, definition }: Props) {
  const say = useSay();
  const { data, error } = useQuery({
    queryKey: ["office", "diff", api.base, definition],
    queryFn: () => api.diff(definition),
    enabled: published,
  });
  if (!published) return <Typography sx={{ color: "text.secondary" }}>{say("studio.allNew")}</Typography>;
  if (error) return <FailurePage error={error} />;
  if (!data) return <RowsSkeleton rows={4} />;
  if (data.length === 0) return <Typography sx={{ color: "text.secondary" }}>{say("studio.noDifference")}</Typography>;
  return (
    <Paper variant="outlined">
      <Table size="small" aria-label={say("studio.differences")}>
        <TableBody>
          {data.map((change) => (
            <TableRow key={`${change.path} ${change.message}`}>
              <TableCell>{unbroken(change.message)}</TableCell>
              <TableCell>
                <code>{change.path}</code>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  );
}
