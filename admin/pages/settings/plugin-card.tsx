import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Collapse from "@mui/material/Collapse";
import Paper from "@mui/material/Paper";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useNotify } from "react-admin";
import type { PluginListing } from "../../../server/http/api-types.ts";
import type { StageColor } from "../../../server/plugin-api/workflow-definition.ts";
import { callApi } from "../../app/api/api-client.ts";
import { useSayFailure } from "../../app/errors/use-say-failure.ts";
import { type MessageKey, useSay } from "../../app/i18n/use-say.ts";
import { ColorChip } from "../../app/parts/stage-chip.tsx";
import { SchemaForm } from "../../schema-ui/schema-form.tsx";
import { SwitchOffDialog } from "./switch-off-dialog.tsx";

const standing: {
  readonly [status in PluginListing["status"]]: { readonly color: StageColor; readonly word: MessageKey };
} = {
  active: { color: "green", word: "settings.pluginActive" },
  disabled: { color: "slate", word: "settings.pluginDisabled" },
  waiting: { color: "amber", word: "settings.pluginWaiting" },
  broken: { color: "red", word: "settings.pluginBroken" },
};

/** One plugin: what it brings, how it fares, its switch and its settings. */
export function PluginCard({ plugin }: { readonly plugin: PluginListing }) {
  const say = useSay();
  const notify = useNotify();
  const sayFailure = useSayFailure();
  const queries = useQueryClient();
  const titleId = useId();
  const [open, setOpen] = useState(false);
  const [switchingOff, setSwitchingOff] = useState(false);
  const change = async (body: object) => {
    await callApi(`/api/plugins/${plugin.id}`, { method: "PUT", body });
    await Promise.all([
      queries.invalidateQueries({ queryKey: ["plugins"] }),
      queries.invalidateQueries({ queryKey: ["office"] }),
    ]);
    notify(say("form.saved"), { type: "success" });
  };
  const turn = (enabled: boolean) => change({ enabled }).catch(sayFailure);
  const { color, word } = standing[plugin.status];
  const titles = [...new Set(plugin.contributions.map(({ title }) => title))];
  return (
    <Paper variant="outlined" component="section" aria-labelledby={titleId} sx={{ p: 2 }}>
      <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 1.5 }}>
        <Typography id={titleId} variant="h2">
          {plugin.title}
        </Typography>
        <ColorChip color={color} label={say(word)} />
        <Box sx={{ flex: 1 }} />
        {plugin.status === "broken" ? null : (
          <Switch
            checked={plugin.enabled}
            onChange={(_, enabled) => (enabled ? void turn(true) : setSwitchingOff(true))}
            slotProps={{ input: { "aria-label": say("settings.pluginSwitch", { name: plugin.title }) } }}
          />
        )}
      </Box>
      <Typography sx={{ color: "text.secondary" }}>{plugin.description}</Typography>
      {plugin.reason ? (
        <Alert severity={plugin.status === "broken" ? "error" : "warning"} sx={{ mt: 1.5 }}>
          {plugin.reason}
        </Alert>
      ) : null}
      {titles.length > 0 ? (
        <Typography sx={{ mt: 1 }}>{say("settings.pluginBrings", { list: titles.join(", ") })}</Typography>
      ) : null}
      {plugin.configSchema && Object.keys(plugin.configSchema.properties ?? {}).length > 0 ? (
        <>
          <Button size="small" sx={{ mt: 1 }} aria-expanded={open} onClick={() => setOpen(!open)}>
            {say("settings.pluginSettings")}
          </Button>
          <Collapse in={open} unmountOnExit>
            <Box sx={{ pt: 2 }}>
              <SchemaForm
                schema={plugin.configSchema}
                record={plugin.config}
                onSubmit={(config) => change({ config })}
                submitLabel={say("form.save")}
                onCancel={() => setOpen(false)}
              />
            </Box>
          </Collapse>
        </>
      ) : null}
      {switchingOff ? (
        <SwitchOffDialog
          plugin={plugin}
          onConfirm={() => turn(false).then(() => setSwitchingOff(false))}
          onClose={() => setSwitchingOff(false)}
        />
      ) : null}
    </Paper>
  );
}
