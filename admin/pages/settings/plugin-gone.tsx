import Button from "@mui/material/Button";
import FormControlLabel from "@mui/material/FormControlLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import Typography from "@mui/material/Typography";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PluginListing } from "../../../server/http/api-types.ts";
import { callApi } from "../../app/api/api-client.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { ConfirmDialog } from "../../app/parts/confirm-dialog.tsx";

/** Takes a plugin whose code is no longer there off the list, its settings kept or forgotten. */
export function PluginGone({ plugin }: { readonly plugin: PluginListing }) {
  const say = useSay();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [settings, setSettings] = useState("keep");
  const dismiss = async () => {
    await callApi(`/api/plugins/${plugin.id}?settings=${settings}`, { method: "DELETE" });
    await queries.invalidateQueries({ queryKey: ["plugins"] });
    setAsking(false);
  };
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {say("settings.pluginDismiss")}
      </Button>
      <ConfirmDialog
        open={asking}
        title={say("settings.pluginDismissTitle", { name: plugin.title })}
        confirmLabel={say("settings.pluginDismiss")}
        danger={settings === "forget"}
        onConfirm={dismiss}
        onClose={() => setAsking(false)}
      >
        <Typography>{say("settings.pluginDismissText")}</Typography>
        <RadioGroup
          aria-label={say("settings.pluginSettings")}
          value={settings}
          onChange={(_, value) => setSettings(value)}
          sx={{ mt: 1.5 }}
        >
          <FormControlLabel value="keep" control={<Radio />} label={say("settings.pluginKeepSettings")} />
          <FormControlLabel value="forget" control={<Radio />} label={say("settings.pluginForgetSettings")} />
        </RadioGroup>
      </ConfirmDialog>
    </>
  );
}
