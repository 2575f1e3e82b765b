import Box from "@mui/material/Box";
import type { PluginImpact, PluginListing } from "../../../server/http/api-types.ts";
import { useApi } from "../../app/api/use-api.ts";
import { Awaited } from "../../app/errors/awaited.tsx";
import { type Say, useSay } from "../../app/i18n/use-say.ts";
import { ConfirmDialog } from "../../app/parts/confirm-dialog.tsx";
import { BlockSkeleton } from "../../app/parts/skeletons.tsx";

interface SwitchOffDialogProps {
  readonly plugin: PluginListing;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Tells what stops working before a plugin is switched off. */
export function SwitchOffDialog({ plugin, onConfirm, onClose }: SwitchOffDialogProps) {
  const say = useSay();
  const { data, error, refetch } = useApi<PluginImpact>("plugins", `/api/plugins/${plugin.id}/impact`);
  const lines = data ? linesOf(data, say) : [];
  return (
    <ConfirmDialog
      open
      danger
      title={say("settings.switchOffTitle", { name: plugin.title })}
      confirmLabel={say("settings.switchOff")}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {data ? null : (
        <Awaited error={error} onRetry={() => void refetch()}>
          <BlockSkeleton lines={2} />
        </Awaited>
      )}
      {data && lines.length === 0 ? say("settings.switchOffNothing") : null}
      {lines.length > 0 ? (
        <>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </Box>
          <Box sx={{ mt: 1.5, color: "text.secondary" }}>{say("settings.impactKept")}</Box>
        </>
      ) : null}
    </ConfirmDialog>
  );
}

function linesOf(impact: PluginImpact, say: Say): readonly string[] {
  const titles = (items: readonly { readonly title: string }[]) => items.map(({ title }) => title).join(", ");
  const lists = [
    [impact.reports, "settings.impactReports"],
    [impact.matchers, "settings.impactMatchers"],
    [impact.finders, "settings.impactFinders"],
    [impact.channels, "settings.impactChannels"],
    [impact.exporters, "settings.impactExporters"],
    [impact.pages, "settings.impactPages"],
    [impact.widgets, "settings.impactWidgets"],
  ] as const;
  return [
    ...impact.workflows.map(({ title, activeCases }) =>
      say("settings.impactWorkflow", { title, smart_count: activeCases }),
    ),
    ...impact.types.map(({ title, records }) => say("settings.impactType", { title, smart_count: records })),
    ...lists.flatMap(([items, key]) => (items.length > 0 ? [say(key, { list: titles(items) })] : [])),
    ...(impact.dependents.length > 0 ? [say("settings.impactDependents", { list: impact.dependents.join(", ") })] : []),
  ];
}
