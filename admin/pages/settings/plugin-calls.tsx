import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { PluginListing } from "../../../server/http/api-types.ts";
import { useLanguage, useSay } from "../../app/i18n/use-say.ts";
import { DateText } from "../../app/parts/date-text.tsx";
import { SimpleTable } from "../../app/parts/simple-table.tsx";
import { formatNumber } from "../../schema-ui/text-formats.ts";

type Contribution = PluginListing["contributions"][number];

/** The calls of each contribution since the start, with the last that failed. */
export function PluginCalls({ contributions }: { readonly contributions: readonly Contribution[] }) {
  const say = useSay();
  const language = useLanguage();
  const ms = (value: number) => `${formatNumber(Math.round(value), language)} ms`;
  return (
    <SimpleTable
      label={say("settings.pluginHealth")}
      columns={[
        { title: say("settings.callsOf"), cell: (one) => <Called contribution={one} /> },
        { title: say("settings.calls"), cell: ({ health }) => health?.calls ?? 0 },
        { title: say("settings.failures"), cell: ({ health }) => health?.failures ?? 0 },
        { title: say("settings.averageMs"), cell: ({ health }) => ms(health?.averageMs ?? 0), quiet: true },
        { title: say("settings.longestMs"), cell: ({ health }) => ms(health?.longestMs ?? 0), quiet: true },
      ]}
      rows={contributions}
      keyOf={({ kind, id }) => `${kind}/${id}`}
    />
  );
}

/** Why it failed stands under its name: a column of its own would not be seen on a phone. */
function Called({ contribution: { title, health } }: { readonly contribution: Contribution }) {
  const say = useSay();
  if (!health?.lastFailure) return <>{title}</>;
  const { at, message, place } = health.lastFailure;
  return (
    <Box sx={{ overflowWrap: "anywhere" }}>
      {title}
      <Typography variant="body2" sx={{ color: "text.secondary" }}>
        {say("settings.lastFailure")} · <DateText value={at} time /> · {message}
      </Typography>
      {place ? (
        <Typography component="code" variant="body2" sx={{ display: "block", color: "text.secondary" }}>
          {place}
        </Typography>
      ) : null}
    </Box>
  );
}
