import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import type { ErasureLine, ErasurePlan, RetentionOverview } from "../../../server/http/api-types.ts";
import { useApi } from "../../app/api/use-api.ts";
import { FailurePage } from "../../app/errors/failure-page.tsx";
import { useSay } from "../../app/i18n/use-say.ts";
import { DateText } from "../../app/parts/date-text.tsx";
import { PageHead } from "../../app/parts/page-head.tsx";
import { Section } from "../../app/parts/section.tsx";
import { SimpleTable } from "../../app/parts/simple-table.tsx";
import { PageSkeleton, RowsSkeleton } from "../../app/parts/skeletons.tsx";
import { ErasureLines } from "../../app/records/erasure-lines.tsx";
import { RetentionDialog } from "./retention-dialog.tsx";
import { RetentionRules } from "./retention-rules.tsx";

/** `/settings/retention`: how long the office keeps what is about people, what is due, and what was erased. */
export function RetentionPage() {
  const say = useSay();
  const { data, error, refetch } = useApi<RetentionOverview>("retention", "/api/retention");
  const preview = useApi<ErasurePlan>("retention", "/api/retention/preview");
  const [asking, setAsking] = useState(false);
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const due = data.rules.reduce((sum, rule) => sum + rule.due, data.deleted.due + data.reads.due);
  return (
    <>
      <PageHead
        title={say("settings.retention")}
        line={say("settings.retentionText")}
        action={
          due > 0 ? (
            <Button variant="contained" disabled={!preview.data} onClick={() => setAsking(true)}>
              {say("settings.retentionRun")}
            </Button>
          ) : undefined
        }
      />
      <Stack spacing={2}>
        <RetentionRules overview={data} />
        <Section title={say("settings.retentionNext")}>
          <Typography sx={{ color: "text.secondary", mb: 1.5 }}>
            {say("settings.retentionWhen")} <DateText value={data.nextRun} time />. {say("settings.retentionFresh")}
          </Typography>
          {preview.error ? (
            <FailurePage error={preview.error} onRetry={() => void preview.refetch()} />
          ) : preview.data ? (
            <Preview plan={preview.data} />
          ) : (
            <RowsSkeleton rows={3} />
          )}
        </Section>
        <Section flush title={say("settings.retentionErased")}>
          <Erased lines={data.erased} />
        </Section>
      </Stack>
      {asking && preview.data ? <RetentionDialog plan={preview.data} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function Preview({ plan }: { readonly plan: ErasurePlan }) {
  const say = useSay();
  if (plan.gone.length === 0) return <Typography>{say("settings.retentionNothingDue")}</Typography>;
  return (
    <>
      <ErasureLines title={say("record.eraseGone")} lines={plan.gone} />
      <ErasureLines title={say("record.eraseStays")} lines={plan.stays} />
    </>
  );
}

function Erased({ lines }: { readonly lines: readonly ErasureLine[] }) {
  const say = useSay();
  if (lines.length === 0)
    return <Typography sx={{ px: 2, pb: 2 }}>{say("settings.retentionNothingErased")}</Typography>;
  return (
    <SimpleTable
      label={say("settings.retentionErased")}
      rows={lines}
      keyOf={({ day, type, how, by }) => [day, type, how, by].join(" ")}
      columns={[
        { title: say("settings.when"), cell: ({ day }) => <DateText value={day} /> },
        { title: say("settings.type"), cell: ({ title }) => title },
        {
          title: say("settings.retentionWhat"),
          cell: ({ how, count }) =>
            say(how === "erased" ? "settings.retentionGone" : "settings.retentionAnonymised", { smart_count: count }),
        },
        { title: say("settings.who"), cell: ({ by }) => by, quiet: true },
      ]}
    />
  );
}
