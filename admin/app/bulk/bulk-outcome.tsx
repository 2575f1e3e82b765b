import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import Link from "@mui/material/Link";
import { Link as RouterLink } from "react-router";
import { unbroken } from "../i18n/unbroken.ts";
import { useSay } from "../i18n/use-say.ts";
import type { BulkProgress, RefusedOne } from "./use-bulk.ts";

/** How many refused records are told by their names. */
const named = 100;

/** How far it is, then how many are done, and each that was refused by its name with the reason. */
export function BulkOutcome({ progress }: { readonly progress: BulkProgress }) {
  const say = useSay();
  const { total, done, refused, finished } = progress;
  const passed = done + refused.length;
  return (
    <Box sx={{ display: "grid", gap: 1.5 }}>
      {finished ? null : (
        <Box role="status">
          {say("list.bulkProgress", { done: passed, total })}
          <LinearProgress
            variant={total > 0 ? "determinate" : "indeterminate"}
            value={total > 0 ? (100 * passed) / total : 0}
            aria-label={say("list.bulkProgress", { done: passed, total })}
            sx={{ mt: 1 }}
          />
        </Box>
      )}
      {finished && done > 0 ? <Alert severity="success">{say("list.bulkDone", { smart_count: done })}</Alert> : null}
      {finished && passed < total ? (
        <Alert severity="error">{say("list.bulkBroken", { smart_count: total - passed })}</Alert>
      ) : null}
      {refused.length > 0 ? <Refused refused={refused} /> : null}
    </Box>
  );
}

function Refused({ refused }: { readonly refused: readonly RefusedOne[] }) {
  const say = useSay();
  return (
    <Alert severity="warning" sx={{ alignItems: "flex-start" }}>
      {say("list.bulkRefused", { smart_count: refused.length })}
      <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 320, overflowY: "auto" }}>
        {refused.slice(0, named).map(({ type, id, displayName, problem }) => (
          <li key={id}>
            <Link component={RouterLink} to={`/${type}/${id}`}>
              {displayName}
            </Link>
            {say("form.colon")}
            {unbroken(problem.reasons?.map(({ message }) => message).join(" ") || problem.message)}
          </li>
        ))}
        {refused.length > named ? (
          <li>{say("list.bulkRefusedMore", { smart_count: refused.length - named })}</li>
        ) : null}
      </Box>
    </Alert>
  );
}
