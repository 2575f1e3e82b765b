import Alert from "@mui/material/Alert";
import { useSyncExternalStore } from "react";
import { useSay } from "../i18n/use-say.ts";
import { topBarHeight } from "./top-bar.tsx";

/** Says so while the network is away: nothing typed is lost, nothing is saved either. */
export function OfflineNotice() {
  const say = useSay();
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  if (online) return null;
  return (
    <Alert
      severity="warning"
      role="status"
      sx={{ borderRadius: 0, position: "sticky", top: topBarHeight, zIndex: "appBar" }}
    >
      {say("shell.offline")}
    </Alert>
  );
}

function watchNetwork(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}
