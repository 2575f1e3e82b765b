import Button from "@mui/material/Button";
import { useState } from "react";
import { useSay } from "../../app/i18n/use-say.ts";
import { ConfirmDialog } from "../../app/parts/confirm-dialog.tsx";

interface DismissButtonProps {
  readonly label: string;
  /** The label with what it is about, for whoever does not see where the button stands. */
  readonly name: string;
  /** Of what is dismissed, one or several. */
  readonly kind: string;
  readonly onDismiss: () => Promise<void>;
}

/** Does without what failed, after asking: it will never be done, and a case waits for its deadline no longer. */
export function DismissButton({ label, name, kind, onDismiss }: DismissButtonProps) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" color="error" aria-label={name} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        title={name}
        confirmLabel={label}
        onConfirm={async () => {
          await onDismiss();
          setAsking(false);
        }}
        onClose={() => setAsking(false)}
      >
        {say(kind.startsWith("timer:") ? "settings.dismissTimerText" : "settings.dismissText")}
      </ConfirmDialog>
    </>
  );
}
