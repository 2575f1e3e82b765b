import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { type ReactNode, useId } from "react";
import { Link, useSearchParams } from "react-router";
import type { ApiRecord, ServedType } from "../../../server/http/api-types.ts";
import { Widgets } from "../../plugin-slots/widgets.tsx";
import { RecordFacts } from "../../schema-ui/record-facts.tsx";
import { useApi } from "../api/use-api.ts";
import { FailurePage } from "../errors/failure-page.tsx";
import { useSay } from "../i18n/use-say.ts";
import { DateText } from "../parts/date-text.tsx";
import { formatExact } from "../parts/format-date.ts";
import { PageHead } from "../parts/page-head.tsx";
import { PersonInitials } from "../parts/person-initials.tsx";
import { Section } from "../parts/section.tsx";
import { PageSkeleton } from "../parts/skeletons.tsx";
import { useDateSetting } from "../parts/use-date-setting.ts";
import { AttachedRecords } from "./attached-records.tsx";
import { DeleteRecord } from "./delete-record.tsx";
import { EraseRecord } from "./erase-record.tsx";
import { ErasedNotice } from "./erased-notice.tsx";
import { OpenCases } from "./open-cases.tsx";
import { OpenLinked } from "./open-linked.tsx";
import { RecordData } from "./record-data.tsx";
import { RecordHistory } from "./record-history.tsx";
import { RecordLinks } from "./record-links.tsx";
import { useAttached } from "./use-attached.ts";

/** `/{type}/{id}`: one record, what is written of it, what it is tied to, what happened to it; `?at=` shows it as it was. */
export function RecordPage({ type, id }: { readonly type: ServedType; readonly id: string }) {
  const [search] = useSearchParams();
  const at = search.get("at");
  const { data, error, refetch } = useApi<ApiRecord>(
    type.id,
    `/api/${type.id}/${encodeURIComponent(id)}${at ? `?at=${encodeURIComponent(at)}` : ""}`,
  );
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <LoadedRecord type={type} record={data} at={at} />;
}

function LoadedRecord({
  type,
  record,
  at,
}: {
  readonly type: ServedType;
  readonly record: ApiRecord;
  readonly at: string | null;
}) {
  const say = useSay();
  const name = record.displayName || type.title;
  return (
    <>
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
            {typeof record["caseType"] === "string" && typeof record["caseId"] === "string" ? (
              <>
                <span>·</span>
                <Link to={`/${record["caseType"]}/${record["caseId"]}`}>{say("record.itsCase")}</Link>
              </>
            ) : null}
          </>
        }
        action={at ? null : <OpenLinked type={type} id={record.id} />}
      />
      {at ? <PastNotice at={at} path={`/${type.id}/${record.id}`} /> : null}
      <ErasedNotice record={record} />
      <Box
        sx={{
          display: "grid",
          gap: 2,
          gridTemplateColumns: { xs: "1fr", lg: "minmax(0, 1fr) 340px" },
          alignItems: "start",
        }}
      >
        <RecordTabs type={type} record={record} past={at !== null} />
        <Box sx={{ display: "grid", gap: 2, order: { xs: -1, lg: 0 } }}>
          {at ? null : <OpenCases type={type.id} id={record.id} />}
          {type.facts.length > 0 ? (
            <Section title={say("record.facts")}>
              <RecordFacts type={type} record={record} />
            </Section>
          ) : null}
          {at ? null : <Widgets slot="record-aside" type={type.id} record={record} />}
        </Box>
      </Box>
      {type.may.delete && !at && !record.erasedAt ? <DeleteRecord type={type} record={record} /> : null}
      {at ? null : <EraseRecord type={type} record={record} />}
    </>
  );
}

function RecordTabs({
  type,
  record,
  past,
}: {
  readonly type: ServedType;
  readonly record: ApiRecord;
  readonly past: boolean;
}) {
  const say = useSay();
  const base = useId();
  const [search, setSearch] = useSearchParams();
  const attached = useAttached(type, record);
  const tabs: readonly { readonly id: string; readonly title: string; readonly content: ReactNode }[] = [
    { id: "data", title: say("record.data"), content: <RecordData type={type} record={record} past={past} /> },
    ...attached.map(({ type: hanging, ...to }) => ({
      id: hanging.id,
      title: hanging.title,
      content: <AttachedRecords key={hanging.id} type={hanging} {...to} />,
    })),
    { id: "links", title: say("record.links"), content: <RecordLinks type={type.id} id={record.id} /> },
    { id: "history", title: say("record.history"), content: <RecordHistory type={type.id} id={record.id} /> },
  ];
  const shown = tabs.find((tab) => tab.id === search.get("tab")) ?? tabs[0];
  if (!shown) return null;
  const show = (id: string) => {
    const next = new URLSearchParams(search);
    if (id === "data") next.delete("tab");
    else next.set("tab", id);
    setSearch(next, { replace: true });
  };
  return (
    <Paper variant="outlined" sx={{ minWidth: 0 }}>
      <Tabs
        value={shown.id}
        onChange={(_, id: string) => show(id)}
        aria-label={say("record.parts")}
        sx={{ px: 1, borderBottom: 1, borderColor: "divider" }}
      >
        {tabs.map((tab) => (
          <Tab key={tab.id} value={tab.id} label={tab.title} id={`${base}-${tab.id}`} aria-controls={`${base}-panel`} />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${shown.id}`} sx={{ p: 2 }}>
        {shown.content}
      </Box>
    </Paper>
  );
}

/** Says that what is shown is the past, and leads back. */
function PastNotice({ at, path }: { readonly at: string; readonly path: string }) {
  const say = useSay();
  const setting = useDateSetting();
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        <Button component={Link} to={path} size="small" color="inherit">
          {say("record.backToNow")}
        </Button>
      }
    >
      {say("record.past", { date: formatExact(at, setting) })}
    </Alert>
  );
}
