import Button from "@mui/material/Button";
import { useState } from "react";
import { useSay } from "../../app/i18n/use-say.ts";
import { ConfirmDialog } from "../../app/parts/confirm-dialog.tsx";

interface DismissButtonProps {
  readonly label: string;
  /** The label with what it is about, for whoever does not see where the button stands. */
  readonly name: string;
  readonly onDismiss: () => Promise<void>;
}

/** Does without what failed, after asking: it will never be done. */
export function DismissButton({ label, name, onDismiss }: DismissButtonProps) {
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
        {say("settings.dismissText")}
      </ConfirmDialog>
    </>
  );
}
