import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Collapse from "@mui/material/Collapse";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import type { PluginListing } from "../../../server/http/api-types.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { PluginCalls } from "./plugin-calls.tsx";

/** How a plugin runs: what it costs, and its calls one by one. */
export function PluginHealth({ plugin }: { readonly plugin: PluginListing }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const { usage, contributions } = plugin;
  const called = contributions.filter(({ health }) => health !== null);
  if (!usage || called.length === 0) return null;
  return (
    <>
      <Button size="small" sx={{ mt: 1, ml: -1 }} aria-expanded={open} onClick={() => setOpen(!open)}>
        {usage.failures > 0
          ? say("settings.pluginFailing", { failures: usage.failures })
          : say("settings.pluginHealth")}
      </Button>
      <Collapse in={open} unmountOnExit>
        <Box sx={{ pt: 1, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: 1 }}>
          <Typography>
            {say("settings.pluginCost", {
              calls: usage.calls,
              failures: usage.failures,
              seconds: Math.round(usage.totalMs / 1000),
            })}{" "}
            <Place usage={usage} />
          </Typography>
          <PluginCalls contributions={called} />
        </Box>
      </Collapse>
    </>
  );
}

function Place({ usage }: { readonly usage: NonNullable<PluginListing["usage"]> }) {
  const say = useSay();
  if (usage.isolation === "none") return <>{say("settings.pluginInProcess")}</>;
  const stops = usage.restarts;
  if (usage.memoryMb === null) return <>{say("settings.pluginInThreadIdle", { stops })}</>;
  return <>{say("settings.pluginInThread", { memory: usage.memoryMb, stops })}</>;
}
