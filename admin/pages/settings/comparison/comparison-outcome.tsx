import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import type { NamedDifference, NamedShadowRun, PluginListing } from "../../../../server/http/api-types.ts";
import { useSay } from "../../../app/i18n/use-say.ts";
import { EmptyState } from "../../../app/parts/empty-state.tsx";
import { Section } from "../../../app/parts/section.tsx";
import { AdoptButton } from "./adopt-button.tsx";
import type { ComparisonBody } from "./comparisons.ts";
import { Difference } from "./difference.tsx";
import { DownloadButton } from "./download-button.tsx";
import type { Comparison } from "./use-comparison.ts";

interface ComparisonOutcomeProps {
  readonly plugin: PluginListing;
  readonly comparison: Comparison;
  readonly asked: ComparisonBody;
}

type Change = NamedDifference["change"];

const atOnce = 25;

/** How far the comparison is, how many answers differ and in what way, and each of them; then what to do about it. */
export function ComparisonOutcome({ plugin, comparison, asked }: ComparisonOutcomeProps) {
  const say = useSay();
  const { run, isRunning } = comparison;
  return (
    <Section
      title={say("comparison.outcome")}
      actions={
        isRunning ? (
          <Button size="small" onClick={comparison.stop}>
            {say("comparison.stop")}
          </Button>
        ) : null
      }
    >
      <Progress comparison={comparison} />
      {run && !isRunning ? <AdoptButton plugin={plugin} asked={asked} doubtful={run.failed.after > 0} /> : null}
      {run && run.differing > 0 ? <Differences run={run} asked={asked} /> : null}
      {run && !isRunning && run.differing === 0 ? <NoDifference run={run} isPast={asked.past !== undefined} /> : null}
    </Section>
  );
}

function Progress({ comparison: { run, isRunning } }: { readonly comparison: Comparison }) {
  const say = useSay();
  const { compared = 0, differing = 0, records = 0, of = 0, failed = { before: 0, after: 0 } } = run ?? {};
  const share = of === 0 ? 0 : Math.min(100, (records / of) * 100);
  return (
    <Box role="status" sx={{ mb: 1 }}>
      {isRunning ? (
        <>
          <LinearProgress
            variant={run ? "determinate" : "indeterminate"}
            value={share}
            aria-label={say("comparison.outcome")}
          />
          {run ? (
            <Typography variant="body2" sx={{ color: "text.secondary", mt: 0.5 }}>
              {say("comparison.progress", { records, of })}
            </Typography>
          ) : null}
        </>
      ) : null}
      {run ? (
        <Typography sx={{ fontWeight: 550, mt: 0.5 }}>
          {say("comparison.count", { compared, smart_count: differing })}
        </Typography>
      ) : null}
      {run && !isRunning && run.next !== null ? (
        <Typography>{say("comparison.stopped", { records, of })}</Typography>
      ) : null}
      {failed.before + failed.after > 0 ? <Typography>{say("comparison.failed", failed)}</Typography> : null}
    </Box>
  );
}

function NoDifference({ run, isPast }: { readonly run: NamedShadowRun; readonly isPast: boolean }) {
  const say = useSay();
  if (run.compared > 0) return <EmptyState title={say("comparison.same")}>{say("comparison.sameText")}</EmptyState>;
  return (
    <EmptyState title={say("comparison.nothing")}>
      {say(isPast ? "comparison.nothingPast" : "comparison.nothingNow")}
    </EmptyState>
  );
}

function Differences({ run, asked }: { readonly run: NamedShadowRun; readonly asked: ComparisonBody }) {
  const say = useSay();
  const [only, setOnly] = useState<Change | null>(null);
  const [shown, setShown] = useState(atOnce);
  const counts = countsOf(run.differences);
  const chosen = run.differences.filter(({ change }) => only === null || change === only);
  return (
    <>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center", mt: 2, mb: 1 }}>
        {counts.map(([change, count]) => (
          <Chip
            key={change}
            label={`${say(`comparison.${change}`)}${say("form.colon")}${count}`}
            variant={only === change ? "filled" : "outlined"}
            color={only === change ? "primary" : "default"}
            aria-pressed={only === change}
            onClick={() => setOnly(only === change ? null : change)}
          />
        ))}
        <Box sx={{ flex: 1 }} />
        <DownloadButton differences={chosen} kind={asked.kind} />
      </Box>
      <Box component="ul" aria-label={say("comparison.differences")} sx={{ m: 0, p: 0, listStyle: "none" }}>
        {chosen.slice(0, shown).map((difference) => (
          <Difference key={JSON.stringify(difference)} difference={difference} />
        ))}
      </Box>
      {chosen.length > shown ? (
        <Button onClick={() => setShown(shown + atOnce)}>
          {say("comparison.more", { smart_count: chosen.length - shown })}
        </Button>
      ) : null}
    </>
  );
}

/** How many differences there are of each sort, the most first. */
function countsOf(differences: readonly NamedDifference[]): readonly (readonly [Change, number])[] {
  const counts = new Map<Change, number>();
  for (const { change } of differences) counts.set(change, (counts.get(change) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
