import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import { Link } from "react-router";
import type { PluginListing } from "../../../server/http/api-types.ts";
import type { StageColor } from "../../../server/plugin-api/workflow-definition.ts";
import { useSayFailure } from "../../app/errors/use-say-failure.ts";
import { type MessageKey, useSay } from "../../app/i18n/use-say.ts";
import { ColorChip } from "../../app/parts/stage-chip.tsx";
import { canCompare } from "./comparison/comparisons.ts";
import { PluginBeside } from "./plugin-beside.tsx";
import { PluginGone } from "./plugin-gone.tsx";
import { PluginHealth } from "./plugin-health.tsx";
import { PluginSetAside } from "./plugin-set-aside.tsx";
import { PluginSettings } from "./plugin-settings.tsx";
import { SwitchOffDialog } from "./switch-off-dialog.tsx";
import { type PluginChange, usePluginChange } from "./use-plugin-change.ts";

const standing: {
  readonly [status in PluginListing["status"]]: { readonly color: StageColor; readonly word: MessageKey };
} = {
  active: { color: "green", word: "settings.pluginActive" },
  disabled: { color: "slate", word: "settings.pluginDisabled" },
  waiting: { color: "amber", word: "settings.pluginWaiting" },
  broken: { color: "red", word: "settings.pluginBroken" },
};

interface PluginCardProps {
  readonly plugin: PluginListing;
  /** All there are, to compare with. */
  readonly plugins: readonly PluginListing[];
}

/** One plugin: what it brings, how it fares, its switch and its settings. */
export function PluginCard({ plugin, plugins }: PluginCardProps) {
  const say = useSay();
  const titleId = useId();
  const comparable = canCompare(plugin, plugins);
  const change = usePluginChange(plugin.id);
  const titles = [...new Set(plugin.contributions.map(({ title }) => title))];
  const hasSettings = Object.keys(plugin.configSchema?.properties ?? {}).length > 0;
  return (
    <Paper variant="outlined" component="section" aria-labelledby={titleId} sx={{ p: 2 }}>
      <Box sx={{ display: "flex", alignItems: "flex-start", gap: 1.5 }}>
        <PluginName plugin={plugin} titleId={titleId} />
        {plugin.isGone ? <PluginGone plugin={plugin} /> : null}
        {plugin.status === "broken" ? null : <PluginSwitch plugin={plugin} change={change} />}
      </Box>
      <Typography sx={{ color: "text.secondary" }}>{plugin.description}</Typography>
      {plugin.reason ? (
        <Alert
          severity={plugin.status === "broken" ? "error" : "warning"}
          sx={{ mt: 1.5, "& .MuiAlert-message::first-letter": { textTransform: "uppercase" } }}
        >
          {plugin.reason}
        </Alert>
      ) : null}
      <PluginSetAside plugin={plugin} />
      <PluginBeside plugin={plugin} comparable={comparable} />
      {titles.length > 0 ? (
        <Typography sx={{ mt: 1 }}>{say("settings.pluginBrings", { list: titles.join(", ") })}</Typography>
      ) : null}
      {plugin.configSchema && hasSettings ? (
        <PluginSettings schema={plugin.configSchema} config={plugin.config} change={change} />
      ) : null}
      {comparable && !plugin.beside ? (
        <Button size="small" sx={{ mt: 1, ml: -1 }} component={Link} to={`/settings/plugins/${plugin.id}/compare`}>
          {say("comparison.open")}
        </Button>
      ) : null}
      <PluginHealth plugin={plugin} />
    </Paper>
  );
}

/** Its title, how it stands, which version it is and where it came from. */
function PluginName({ plugin, titleId }: Pick<PluginCardProps, "plugin"> & { readonly titleId: string }) {
  const say = useSay();
  const { color, word } = standing[plugin.status];
  return (
    <Box
      sx={{ flex: 1, display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: 1.5, rowGap: 0.5, pt: 0.5 }}
    >
      <Typography id={titleId} variant="h2">
        {plugin.title}
      </Typography>
      <ColorChip color={color} label={say(word)} />
      {plugin.version === null ? null : (
        <Typography variant="body2" sx={{ color: "text.secondary" }}>
          {plugin.package === null
            ? say("settings.pluginVersion", { version: plugin.version })
            : say("settings.pluginPackage", { version: plugin.version, package: plugin.package })}
        </Typography>
      )}
    </Box>
  );
}

function PluginSwitch({ plugin, change }: { readonly plugin: PluginListing; readonly change: PluginChange }) {
  const say = useSay();
  const sayFailure = useSayFailure();
  const [asking, setAsking] = useState(false);
  const turn = async (enabled: boolean) => {
    await change({ enabled }).catch(sayFailure);
    setAsking(false);
  };
  return (
    <>
      <Switch
        checked={plugin.enabled}
        onChange={(_, enabled) => (enabled ? void turn(true) : setAsking(true))}
        slotProps={{ input: { "aria-label": say("settings.pluginSwitch", { name: plugin.title }) } }}
      />
      {asking ? (
        <SwitchOffDialog plugin={plugin} onConfirm={() => turn(false)} onClose={() => setAsking(false)} />
      ) : null}
    </>
  );
}
