import Box from "@mui/material/Box";
import type { PluginListing } from "../../../server/http/api-types.ts";
import { useApi } from "../../app/api/use-api.ts";
import { FailurePage } from "../../app/errors/failure-page.tsx";
import { useSay } from "../../app/i18n/use-say.ts";
import { EmptyState } from "../../app/parts/empty-state.tsx";
import { PageHead } from "../../app/parts/page-head.tsx";
import { BlockSkeleton } from "../../app/parts/skeletons.tsx";
import { PluginCard } from "./plugin-card.tsx";

/** `/settings/plugins`: what the office is extended with; a broken one says why. */
export function PluginsPage() {
  const say = useSay();
  const { data, error, refetch } = useApi<readonly PluginListing[]>("plugins", "/api/plugins");
  return (
    <>
      <PageHead
        title={say("settings.plugins")}
        line={
          data
            ? say("settings.pluginsCount", { smart_count: data.filter((plugin) => plugin.status === "active").length })
            : "…"
        }
      />
      {error ? <FailurePage error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <BlockSkeleton lines={8} /> : null}
      {data?.length === 0 ? <EmptyState title={say("settings.noPlugins")} /> : null}
      <Box sx={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: 2 }}>
        {data?.map((plugin) => (
          <PluginCard key={plugin.id} plugin={plugin} plugins={data} />
        ))}
      </Box>
    </>
  );
}
