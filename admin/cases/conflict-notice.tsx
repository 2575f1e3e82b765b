import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { problemOf, sentencesOf } from "../app/api/api-problem.ts";
import { useSay } from "../app/i18n/use-say.ts";

interface Props {
  readonly error: unknown;
  /** Called with the version that the case has now. */
  readonly onAgain: (version: number) => void;
}

/** Somebody else moved the case meanwhile: who, what, and a way to go on with the form as it is filled in. */
export function ConflictNotice({ error, onAgain }: Props) {
  const say = useSay();
  const version = currentVersion(problemOf(error)?.["current"]);
  return (
    <Alert
      severity="warning"
      action={
        version ? (
          <Button color="inherit" size="small" onClick={() => onAgain(version)}>
            {say("cases.conflictAgain")}
          </Button>
        ) : undefined
      }
    >
      {sentencesOf(error).join(" ")}
    </Alert>
  );
}

function currentVersion(current: unknown): number | null {
  if (typeof current !== "object" || current === null || !("version" in current)) return null;
  return typeof current.version === "number" ? current.version : null;
}
