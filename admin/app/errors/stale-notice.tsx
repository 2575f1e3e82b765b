import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useSay } from "../i18n/use-say.ts";
import { failureText } from "./failure-text.ts";
import { mayPass } from "./may-pass.ts";

/** Whether an error leaves nothing to show: nothing was read before, or it may no longer be read. */
export function leavesNothing(error: unknown, data: unknown): boolean {
  return Boolean(error) && (!data || !mayPass(error));
}

interface Props {
  /** Of the last reading; nothing is shown where there is none. */
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Above what was read before: it could not be read again, and may have changed since. */
export function StaleNotice({ error, onRetry }: Props) {
  const say = useSay();
  if (!error) return null;
  return (
    <Alert
      severity="warning"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" size="small" onClick={onRetry}>
          {say("errors.retry")}
        </Button>
      }
    >
      {say("errors.stale")} {failureText(error, say)}
    </Alert>
  );
}
