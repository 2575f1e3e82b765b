import Alert from "@mui/material/Alert";
import type { ReactNode } from "react";
import { useSay } from "../i18n/use-say.ts";
import { failureText } from "./failure-text.ts";

interface Props {
  /** Nothing is shown where there is none. */
  readonly error: unknown;
  /** What can be done about it. */
  readonly action?: ReactNode;
}

/** Tells in its place why something that was asked did not happen. */
export function FailureAlert({ error, action }: Props) {
  const say = useSay();
  if (!error) return null;
  return (
    <Alert severity="error" action={action}>
      {failureText(error, say)}
    </Alert>
  );
}
