import Box from "@mui/material/Box";
import { Link, useParams } from "react-router";
import type { PluginListing } from "../../../../server/http/api-types.ts";
import { useApi } from "../../../app/api/use-api.ts";
import { FailurePage, MissingPage } from "../../../app/errors/failure-page.tsx";
import { useSay } from "../../../app/i18n/use-say.ts";
import { EmptyState } from "../../../app/parts/empty-state.tsx";
import { PageHead } from "../../../app/parts/page-head.tsx";
import { PageSkeleton } from "../../../app/parts/skeletons.tsx";
import { ComparisonForm } from "./comparison-form.tsx";
import { ComparisonOutcome } from "./comparison-outcome.tsx";
import { canCompare, comparablesOf, trialsOf } from "./comparisons.ts";
import { useComparison } from "./use-comparison.ts";

/** `/settings/plugins/{id}/compare`: a matcher or a rule beside the one in force, before anything changes. */
export function ComparisonPage() {
  const say = useSay();
  const { id = "" } = useParams();
  const { data, error, refetch } = useApi<readonly PluginListing[]>("plugins", "/api/plugins");
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const plugin = data.find((one) => one.id === id);
  if (!plugin) return <MissingPage />;
  return (
    <>
      <PageHead
        title={say("comparison.title", { name: plugin.title })}
        line={say("comparison.text")}
        above={<Link to="/settings/plugins">{say("settings.plugins")}</Link>}
      />
      {canCompare(plugin, data) ? (
        // Another version in force is another question.
        <Comparison key={plugin.version} plugin={plugin} plugins={data} />
      ) : (
        <EmptyState title={say("comparison.none")}>{say("comparison.noneText")}</EmptyState>
      )}
    </>
  );
}

interface ComparisonProps {
  readonly plugin: PluginListing;
  readonly plugins: readonly PluginListing[];
}

function Comparison({ plugin, plugins }: ComparisonProps) {
  const comparison = useComparison(plugin.id);
  const parts = comparablesOf(plugin)
    .map((part) => ({ part, trials: trialsOf(part, plugin, plugins) }))
    .filter(({ trials }) => trials.length > 0);
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: 2 }}>
      <ComparisonForm parts={parts} isNext={plugin.beside?.isNext === true} comparison={comparison} />
      {comparison.asked ? <ComparisonOutcome plugin={plugin} comparison={comparison} asked={comparison.asked} /> : null}
    </Box>
  );
}
