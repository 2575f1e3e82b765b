import Box from "@mui/material/Box";
import { useParams, useSearchParams } from "react-router";
import type { ServedType } from "../../server/http/api-types.ts";
import { FailurePage } from "../app/errors/failure-page.tsx";
import { leavesNothing, StaleNotice } from "../app/errors/stale-notice.tsx";
import { useType } from "../app/office/use-office.ts";
import { PageHead } from "../app/parts/page-head.tsx";
import { PageSkeleton } from "../app/parts/skeletons.tsx";
import { EraseRecord } from "../app/records/erase-record.tsx";
import { ErasedNotice } from "../app/records/erased-notice.tsx";
import { PastNotice } from "../app/records/past-notice.tsx";
import { useRecord } from "../app/records/use-record.ts";
import { useWidgets, Widgets } from "../plugin-slots/widgets.tsx";
import { CaseIdentity } from "./case-identity.tsx";
import { CaseTabs } from "./case-tabs.tsx";
import type { FlatCase } from "./flat-case.ts";
import { NextSteps } from "./next-steps.tsx";
import { StageLine } from "./stage-line.tsx";

/** A case: who and where it is, what can be done next, then everything that is known of it; `?at=` shows it as it was. */
export function CasePage({ typeId }: { readonly typeId: string }) {
  const { id = "" } = useParams();
  const type = useType(typeId);
  const { data: record, at, error, refetch } = useRecord<FlatCase>(typeId, id);
  if (leavesNothing(error, record)) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!record || !type) return <PageSkeleton />;
  return (
    <>
      <PageHead title={record.displayName ?? type.title} line={<StageLine type={type} record={record} />} />
      <StaleNotice error={error} onRetry={() => void refetch()} />
      {at ? <PastNotice at={at} path={`/${typeId}/${id}`} /> : null}
      <ErasedNotice record={record} />
      {at ? <PastCase type={type} record={record} /> : <PresentCase type={type} record={record} />}
    </>
  );
}

interface CaseProps {
  readonly type: ServedType;
  readonly record: FlatCase;
}

function PresentCase({ type, record }: CaseProps) {
  const [search] = useSearchParams();
  const aside = useWidgets("case-aside", type.id).length > 0;
  return (
    <Box sx={{ display: "grid", gap: 3, alignItems: "start", ...areas(aside) }}>
      <Box sx={{ gridArea: "who" }}>
        <CaseIdentity type={type} record={record} />
      </Box>
      <Box sx={{ gridArea: "steps", minWidth: 0 }}>
        <NextSteps key={record.id} type={type} record={record} opened={search.get("action")} />
      </Box>
      <Box sx={{ gridArea: "file", minWidth: 0 }}>
        <CaseTabs type={type} record={record} />
        <EraseRecord type={type} record={record} />
      </Box>
      {aside ? (
        <Box sx={{ gridArea: "aside", minWidth: 0 }}>
          <Widgets slot="case-aside" type={type.id} record={record} />
        </Box>
      ) : null}
    </Box>
  );
}

/** Where it stood and what was known of it then; nothing can be done with it. */
function PastCase({ type, record }: CaseProps) {
  return (
    <Box
      sx={{
        display: "grid",
        gap: 3,
        alignItems: "start",
        gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "260px minmax(0, 1fr)" },
      }}
    >
      <CaseIdentity type={type} record={record} past />
      <CaseTabs type={type} record={record} past />
    </Box>
  );
}

/** On a phone the next steps come first; at a desk who it is about stands beside them, at a wide one the widgets too. */
function areas(aside: boolean) {
  const narrow = `"who steps" "who file"${aside ? ' "who aside"' : ""}`;
  return {
    gridTemplateColumns: {
      xs: "minmax(0, 1fr)",
      md: "260px minmax(0, 1fr)",
      lg: aside ? "260px minmax(0, 1fr) 300px" : "260px minmax(0, 1fr)",
    },
    gridTemplateRows: { md: "auto 1fr" },
    gridTemplateAreas: {
      xs: `"steps" "who" "file"${aside ? ' "aside"' : ""}`,
      md: narrow,
      lg: aside ? '"who steps aside" "who file aside"' : narrow,
    },
  };
}
