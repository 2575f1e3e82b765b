import Box from "@mui/material/Box";
import { useGetOne } from "react-admin";
import { useParams, useSearchParams } from "react-router";
import { FailurePage } from "../app/errors/failure-page.tsx";
import { useType } from "../app/office/use-office.ts";
import { PageHead } from "../app/parts/page-head.tsx";
import { PageSkeleton } from "../app/parts/skeletons.tsx";
import { EraseRecord } from "../app/records/erase-record.tsx";
import { ErasedNotice } from "../app/records/erased-notice.tsx";
import { useWidgets, Widgets } from "../plugin-slots/widgets.tsx";
import { CaseIdentity } from "./case-identity.tsx";
import { CaseTabs } from "./case-tabs.tsx";
import { NextSteps } from "./next-steps.tsx";
import { StageLine } from "./stage-line.tsx";
import type { FlatCase } from "./use-send-event.ts";

/** A case: who and where it is, what can be done next, then everything that is known of it. */
export function CasePage({ typeId }: { readonly typeId: string }) {
  const { id = "" } = useParams();
  const [search] = useSearchParams();
  const type = useType(typeId);
  const aside = useWidgets("case-aside", typeId);
  const { data: record, error, refetch } = useGetOne<FlatCase>(typeId, { id });
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!record || !type) return <PageSkeleton />;
  return (
    <>
      <PageHead title={record.displayName ?? type.title} line={<StageLine type={type} record={record} />} />
      <ErasedNotice record={record} />
      <Box sx={{ display: "grid", gap: 3, alignItems: "start", ...areas(aside.length > 0) }}>
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
        {aside.length > 0 ? (
          <Box sx={{ gridArea: "aside", minWidth: 0 }}>
            <Widgets slot="case-aside" type={typeId} record={record} />
          </Box>
        ) : null}
      </Box>
    </>
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
