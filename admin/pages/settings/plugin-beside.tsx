import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { Link } from "react-router";
import type { PluginListing } from "../../../server/http/api-types.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { SwitchVersion } from "./switch-version.tsx";

interface PluginBesideProps {
  readonly plugin: PluginListing;
  /** Whether there is anything in it to compare. */
  readonly comparable: boolean;
}

/** The version that lies beside the one in force: what it is, and what to do with it; or why it cannot be used. */
export function PluginBeside({ plugin, comparable }: PluginBesideProps) {
  const say = useSay();
  const { beside } = plugin;
  if (!beside) return null;
  const { version, isNext, reason } = beside;
  if (version === null) {
    return (
      <Alert severity="warning" sx={{ mt: 1.5 }}>
        {say(isNext ? "comparison.nextBroken" : "comparison.earlierBroken", { reason: reason ?? "" })}
      </Alert>
    );
  }
  return (
    <Alert severity={reason ? "warning" : "info"} sx={{ mt: 1.5 }}>
      {say(isNext ? "comparison.nextBeside" : "comparison.earlierBeside", { version })}
      {reason ? ` ${say("comparison.unfit", { reason })}` : null}
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mt: 0.5, ml: -0.5 }}>
        {comparable ? (
          <Button size="small" component={Link} to={`/settings/plugins/${plugin.id}/compare`}>
            {say("comparison.open")}
          </Button>
        ) : null}
        {reason ? null : <SwitchVersion plugin={plugin} />}
      </Box>
    </Alert>
  );
}
