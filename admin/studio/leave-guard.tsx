import { useEffect } from "react";
import { useBlocker } from "react-router";
import { useSay } from "../app/i18n/use-say.ts";
import { ConfirmDialog } from "../app/parts/confirm-dialog.tsx";

/** Asks before a page is left with what was written on it and not kept. */
export function LeaveGuard({ unsaved }: { readonly unsaved: boolean }) {
  const say = useSay();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);
  return (
    <ConfirmDialog
      open={blocker.state === "blocked"}
      title={say("studio.leaveTitle")}
      confirmLabel={say("studio.leave")}
      danger
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      {say("studio.leaveText")}
    </ConfirmDialog>
  );
}
