import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { useSay } from "../i18n/use-say.ts";
import { FailureAlert } from "./failure-alert.tsx";

interface Props {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** The shape of what is to come. */
  readonly children: ReactNode;
}

/** In the place of a part of a page that is not there yet: its shape, or why it cannot be had and a way to ask again. */
export function Awaited({ error, onRetry, children }: Props) {
  const say = useSay();
  if (!error) return children;
  const again = (
    <Button color="inherit" size="small" onClick={onRetry}>
      {say("errors.retry")}
    </Button>
  );
  return <FailureAlert error={error} action={again} />;
}
