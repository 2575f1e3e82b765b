import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useQueryClient } from "@tanstack/react-query";
import { useNotify } from "react-admin";
import type { PluginListing } from "../../../server/http/api-types.ts";
import { callApi } from "../../app/api/api-client.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { BusyButton } from "../../app/parts/busy-button.tsx";
import { DateText } from "../../app/parts/date-text.tsx";

type Contribution = PluginListing["contributions"][number];

/** What of a plugin is set aside for failing, since when and why, with a way to have it tried again. */
export function PluginSetAside({ plugin }: { readonly plugin: PluginListing }) {
  const say = useSay();
  const retry = useRetry(plugin.id);
  const aside = plugin.contributions.filter(({ health }) => health !== null && health.state !== "closed");
  if (aside.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mt: 1.5 }}>
      {aside.map((one) => (
        <SetAsideLine key={`${one.kind}/${one.id}`} contribution={one} />
      ))}
      <BusyButton color="inherit" size="small" sx={{ mt: 0.5, ml: -1 }} onPress={retry}>
        {say("settings.pluginRetry")}
      </BusyButton>
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
          (<DateText value={health.since} time />)
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
  const queries = useQueryClient();
  return async () => {
    await callApi(`/api/plugins/${id}/retry`, { method: "POST" });
    await queries.invalidateQueries({ queryKey: ["plugins"] });
    notify(say("settings.pluginRetried"), { type: "success" });
  };
}
