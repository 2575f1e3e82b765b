import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import type { PluginListing } from "../../../server/http/api-types.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { ConfirmDialog } from "../../app/parts/confirm-dialog.tsx";
import { usePluginChange } from "./use-plugin-change.ts";

interface SwitchVersionProps {
  readonly plugin: PluginListing;
  /** Settings that it is put in force with, beside those that it has. */
  readonly config?: JsonObject | undefined;
  readonly variant?: "contained" | "text";
}

/** Puts the version beside in force, once it was said what that means; the one before stays at hand. */
export function SwitchVersion({ plugin, config, variant = "text" }: SwitchVersionProps) {
  const say = useSay();
  const change = usePluginChange(plugin.id);
  const [asking, setAsking] = useState(false);
  const { version, isNext } = plugin.beside ?? {};
  if (!version) return null;
  const turn = async () => {
    await change({ version, ...(config && { config }) });
    setAsking(false);
  };
  const values = { name: plugin.title, version };
  const lost = missingIn(plugin);
  return (
    <>
      <Button size="small" variant={variant} onClick={() => setAsking(true)}>
        {say(isNext ? "comparison.adoptVersion" : "comparison.backToVersion", values)}
      </Button>
      <ConfirmDialog
        open={asking}
        title={say(isNext ? "comparison.adoptTitle" : "comparison.backTitle", values)}
        confirmLabel={say("comparison.adopt")}
        onConfirm={turn}
        onClose={() => setAsking(false)}
      >
        <Typography>{say("comparison.adoptText", { version: plugin.version ?? "" })}</Typography>
        {lost.length > 0 ? (
          <Typography sx={{ mt: 1 }}>{say("comparison.lost", { list: lost.join(", ") })}</Typography>
        ) : null}
      </ConfirmDialog>
    </>
  );
}

/** The titles of what the version in force brings and the other does not. */
function missingIn({ contributions, beside }: PluginListing): readonly string[] {
  const there = new Set(beside?.contributions.map(({ kind, id }) => `${kind}:${id}`));
  return contributions.filter(({ kind, id }) => !there.has(`${kind}:${id}`)).map(({ title }) => title);
}
