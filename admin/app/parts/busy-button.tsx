import Button, { type ButtonProps } from "@mui/material/Button";
import { useState } from "react";
import { useSayFailure } from "../errors/use-say-failure.ts";

interface Props extends Omit<ButtonProps, "onClick" | "loading"> {
  readonly onPress: () => unknown;
}

/** A button that waits until what it asks for is done, so that it is asked once; says so where it fails. */
export function BusyButton({ onPress, ...button }: Props) {
  const sayFailure = useSayFailure();
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    try {
      await onPress();
    } catch (error) {
      sayFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return <Button {...button} loading={busy} onClick={() => void press()} />;
}
