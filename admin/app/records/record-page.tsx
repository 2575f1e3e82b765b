import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import { Link } from "react-router";
import type { ApiRecord, ServedType } from "../../../server/http/api-types.ts";
import { Widgets } from "../../plugin-slots/widgets.tsx";
import { RecordFacts } from "../../schema-ui/record-facts.tsx";
import { FailurePage } from "../errors/failure-page.tsx";
import { leavesNothing, StaleNotice } from "../errors/stale-notice.tsx";
import { useSay } from "../i18n/use-say.ts";
import { DateText } from "../parts/date-text.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { PersonInitials } from "../parts/person-initials.tsx";
import { Section } from "../parts/section.tsx";
import { PageSkeleton } from "../parts/skeletons.tsx";
import { type TabbedPart, TabbedParts } from "../parts/tabbed-parts.tsx";
import { AttachedRecords } from "./attached-records.tsx";
import { DeleteRecord } from "./delete-record.tsx";
import { EraseRecord } from "./erase-record.tsx";
import { ErasedNotice } from "./erased-notice.tsx";
import { OpenCases } from "./open-cases.tsx";
import { OpenLinked } from "./open-linked.tsx";
import { PastNotice, pastParts } from "./past-notice.tsx";
import { RecordData } from "./record-data.tsx";
import { RecordHistory } from "./record-history.tsx";
import { RecordLinks } from "./record-links.tsx";
import { useAttached } from "./use-attached.ts";
import { useRecord } from "./use-record.ts";

/** `/{type}/{id}`: one record, what is written of it, what it is tied to, what happened to it; `?at=` shows it as it was. */
export function RecordPage({ type, id }: { readonly type: ServedType; readonly id: string }) {
  const { data: record, at, error, refetch } = useRecord<ApiRecord>(type.id, id);
  if (leavesNothing(error, record)) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!record) return <PageSkeleton />;
  const past = at !== null;
  return (
    <>
      <RecordHead type={type} record={record} past={past} />
      <StaleNotice error={error} onRetry={() => void refetch()} />
      {past ? <PastNotice at={at} path={`/${type.id}/${record.id}`} /> : null}
      <ErasedNotice record={record} />
      <Box
        sx={{
          display: "grid",
          gap: 2,
          gridTemplateColumns: { xs: "minmax(0, 1fr)", lg: "minmax(0, 1fr) 340px" },
          alignItems: "start",
        }}
      >
        <RecordTabs type={type} record={record} past={past} />
        <RecordAside type={type} record={record} past={past} />
      </Box>
      {type.may.delete && !past && !record.erasedAt ? <DeleteRecord type={type} record={record} /> : null}
      {past ? null : <EraseRecord type={type} record={record} />}
    </>
  );
}

interface RecordProps {
  readonly type: ServedType;
  readonly record: ApiRecord;
  /** Shown as it was: nothing can be changed or begun. */
  readonly past: boolean;
}

function RecordHead({ type, record, past }: RecordProps) {
  const say = useSay();
  const name = record.displayName || type.title;
  const { caseType, caseId } = record;
  return (
    <PageHead
      title={name}
      picture={type.personal ? <PersonInitials name={name} size={44} beside /> : undefined}
      line={
        <>
          <Link to={`/${type.id}`}>{type.title}</Link>
          <span>·</span>
          <span>
            {say("record.updated")} <DateText value={record.updatedAt} relative />
          </span>
          {typeof caseType === "string" && typeof caseId === "string" ? (
            <>
              <span>·</span>
              <Link to={`/${caseType}/${caseId}`}>{say("record.itsCase")}</Link>
            </>
          ) : null}
        </>
      }
      action={past ? null : <OpenLinked type={type} id={record.id} />}
    />
  );
}

function RecordAside({ type, record, past }: RecordProps) {
  const say = useSay();
  return (
    <Box sx={{ display: "grid", gap: 2, order: { xs: -1, lg: 0 } }}>
      {past ? null : <OpenCases type={type.id} id={record.id} />}
      {type.facts.length > 0 ? (
        <Section title={say("record.facts")}>
          <RecordFacts type={type} record={record} />
        </Section>
      ) : null}
      {past ? null : <Widgets slot="record-aside" type={type.id} record={record} />}
    </Box>
  );
}

function RecordTabs({ type, record, past }: RecordProps) {
  const say = useSay();
  const parts: readonly TabbedPart[] = [
    { id: "data", title: say("record.data"), content: <RecordData type={type} record={record} past={past} /> },
    ...useAttached(type, record).map((attached) => ({
      id: attached.type.id,
      title: attached.type.title,
      content: <AttachedRecords {...attached} />,
    })),
    { id: "links", title: say("record.links"), content: <RecordLinks type={type.id} id={record.id} /> },
    { id: "history", title: say("record.history"), content: <RecordHistory type={type.id} id={record.id} /> },
  ];
  return (
    <Paper variant="outlined" sx={{ minWidth: 0 }}>
      <TabbedParts
        label={say("record.parts")}
        parts={past ? parts.filter(({ id }) => pastParts.includes(id)) : parts}
        inset
      />
    </Paper>
  );
}
