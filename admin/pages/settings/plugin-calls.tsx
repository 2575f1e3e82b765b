import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { PluginListing } from "../../../server/http/api-types.ts";
import { useLanguage, useSay } from "../../app/i18n/use-say.ts";
import { DateText } from "../../app/parts/date-text.tsx";
import { SimpleTable } from "../../app/parts/simple-table.tsx";

type Contribution = PluginListing["contributions"][number];

/** The calls of each contribution since the start, with the last that failed. */
export function PluginCalls({ contributions }: { readonly contributions: readonly Contribution[] }) {
  const say = useSay();
  const language = useLanguage();
  const ms = (value: number) => `${new Intl.NumberFormat(language).format(Math.round(value))} ms`;
  return (
    <SimpleTable
      label={say("settings.pluginHealth")}
      columns={[
        { title: say("settings.callsOf"), cell: ({ title }) => title },
        { title: say("settings.calls"), cell: ({ health }) => health?.calls ?? 0 },
        { title: say("settings.failures"), cell: ({ health }) => health?.failures ?? 0 },
        { title: say("settings.averageMs"), cell: ({ health }) => ms(health?.averageMs ?? 0), quiet: true },
        { title: say("settings.longestMs"), cell: ({ health }) => ms(health?.longestMs ?? 0), quiet: true },
        { title: say("settings.lastFailure"), cell: ({ health }) => <LastFailure health={health} /> },
      ]}
      rows={contributions}
      keyOf={({ kind, id }) => `${kind}/${id}`}
    />
  );
}

function LastFailure({ health }: Pick<Contribution, "health">) {
  if (!health?.lastFailure) return null;
  const { at, message, place } = health.lastFailure;
  return (
    <Box sx={{ overflowWrap: "anywhere" }}>
      <DateText value={at} time /> : {message}
      {place ? (
        <Typography component="code" variant="body2" sx={{ display: "block", color: "text.secondary" }}>
          {place}
        </Typography>
      ) : null}
    </Box>
  );
}
