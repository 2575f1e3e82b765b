import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Collapse from "@mui/material/Collapse";
import Typography from "@mui/material/Typography";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify } from "react-admin";
import type { PluginListing } from "../../../server/http/api-types.ts";
import { callApi } from "../../app/api/api-client.ts";
import { useSayFailure } from "../../app/errors/use-say-failure.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { DateText } from "../../app/parts/date-text.tsx";
import { PluginCalls } from "./plugin-calls.tsx";

type Contribution = PluginListing["contributions"][number];

/** How a plugin fares: what of it is set aside, since when and why, what it costs, and its calls one by one. */
export function PluginHealth({ plugin }: { readonly plugin: PluginListing }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const { usage, contributions } = plugin;
  const called = contributions.filter(({ health }) => health !== null);
  if (!usage || called.length === 0) return null;
  return (
    <>
      {called.some(({ health }) => health?.state !== "closed") ? <SetAside plugin={plugin} /> : null}
      <Button size="small" sx={{ mt: 1, ml: -1 }} aria-expanded={open} onClick={() => setOpen(!open)}>
        {say("settings.pluginHealth")}
      </Button>
      <Collapse in={open} unmountOnExit>
        <Box sx={{ pt: 1, display: "grid", gap: 1 }}>
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
  if (usage.memoryMb === null) return <>{say("settings.pluginInThreadIdle")}</>;
  return <>{say("settings.pluginInThread", { memory: usage.memoryMb, smart_count: usage.restarts })}</>;
}

function SetAside({ plugin }: { readonly plugin: PluginListing }) {
  const say = useSay();
  const retry = useRetry(plugin.id);
  const aside = plugin.contributions.filter(({ health }) => health !== null && health.state !== "closed");
  return (
    <Alert
      severity="warning"
      sx={{ mt: 1.5 }}
      action={
        <Button color="inherit" size="small" onClick={() => void retry()}>
          {say("settings.pluginRetry")}
        </Button>
      }
    >
      {aside.map((one) => (
        <SetAsideLine key={`${one.kind}/${one.id}`} contribution={one} />
      ))}
    </Alert>
  );
}

function SetAsideLine({ contribution: { title, health } }: { readonly contribution: Contribution }) {
  const say = useSay();
  return (
    <Box>
      {say("settings.pluginSetAside", { title })}
      {health?.since ? (
        <>
          {" "}
          (<DateText value={health.since} relative />)
        </>
      ) : null}
      {health?.lastFailure ? (
        <Typography component="span" variant="body2" sx={{ display: "block", overflowWrap: "anywhere" }}>
          {[health.lastFailure.message, health.lastFailure.place].filter(Boolean).join(" – ")}
        </Typography>
      ) : null}
    </Box>
  );
}

function useRetry(id: string): () => Promise<void> {
  const say = useSay();
  const notify = useNotify();
  const sayFailure = useSayFailure();
  const queries = useQueryClient();
  return async () => {
    try {
      await callApi(`/api/plugins/${id}/retry`, { method: "POST" });
      await queries.invalidateQueries({ queryKey: ["plugins"] });
      notify(say("settings.pluginRetried"), { type: "success" });
    } catch (error) {
      sayFailure(error);
    }
  };
}
