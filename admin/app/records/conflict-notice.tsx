import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import type { ApiProblem, ServedType } from "../../../server/http/api-types.ts";
import { problemOf, sentencesOf } from "../api/api-problem.ts";
import { useSay } from "../i18n/use-say.ts";
import { HistoryEntry } from "./record-history.tsx";

interface Props {
  readonly type: ServedType;
  readonly error: unknown;
  /** Called with the version that the record has now; without it, the form around the notice is sent again. */
  readonly onAgain?: (version: number) => void;
}

/** Somebody else changed the record meanwhile: who, when and what, and a way to go on with the form as it is filled in. */
export function ConflictNotice({ type, error, onAgain }: Props) {
  const say = useSay();
  const { current, since = [] } = (problemOf(error) ?? {}) as Partial<ApiProblem>;
  return (
    <Alert severity="warning" sx={{ alignItems: "flex-start", "& .MuiAlert-message": { flex: 1, minWidth: 0 } }}>
      {sentencesOf(error).join(" ")}
      {current ? (
        <>
          <Box component="ol" sx={{ listStyle: "none", m: 0, p: 0 }}>
            {since.map((entry) => (
              <HistoryEntry key={entry.seq} entry={entry} type={type} id={current.id} />
            ))}
          </Box>
          <Button
            variant="outlined"
            size="small"
            sx={{ mt: 1 }}
            type={onAgain ? "button" : "submit"}
            onClick={() => onAgain?.(current.version)}
          >
            {say("record.applyAgain")}
          </Button>
        </>
      ) : null}
    </Alert>
  );
}
