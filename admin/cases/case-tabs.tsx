import type { ServedType } from "../../server/http/api-types.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { type TabbedPart, TabbedParts } from "../app/parts/tabbed-parts.tsx";
import { AttachedRecords } from "../app/records/attached-records.tsx";
import { pastParts } from "../app/records/past-notice.tsx";
import { RecordData } from "../app/records/record-data.tsx";
import { RecordHistory } from "../app/records/record-history.tsx";
import { RecordLinks } from "../app/records/record-links.tsx";
import { useAttached } from "../app/records/use-attached.ts";
import { CaseDeadlines } from "./case-deadlines.tsx";
import { CaseTasks } from "./case-tasks.tsx";
import type { FlatCase } from "./flat-case.ts";

interface Props {
  readonly type: ServedType;
  readonly record: FlatCase;
  /** Shown as it was: nothing can be changed. */
  readonly past?: boolean;
}

/** Everything known of a case beside its next steps: data, what hangs on it, tasks, deadlines, links, history. */
export function CaseTabs({ type, record, past = false }: Props) {
  const say = useSay();
  const { id } = record;
  const hanging = useAttached(type, record).map((attached) => ({
    id: attached.type.id,
    title: attached.type.title,
    hasFile: Object.values(attached.type.schema.properties ?? {}).some((field) => field["x-widget"] === "file"),
    content: <AttachedRecords {...attached} />,
  }));
  const tasks = (
    <>
      <CaseTasks workflow={type.id} id={id} />
      <CaseDeadlines workflow={type.id} id={id} />
    </>
  );
  const parts: readonly TabbedPart[] = [
    { id: "data", title: say("record.data"), content: <RecordData type={type} record={record} past={past} /> },
    ...hanging.filter(({ hasFile }) => !hasFile),
    { id: "tasks", title: say("pages.tasks"), content: tasks },
    ...hanging.filter(({ hasFile }) => hasFile),
    { id: "links", title: say("record.links"), content: <RecordLinks type={type.id} id={id} /> },
    { id: "history", title: say("record.history"), content: <RecordHistory type={type.id} id={id} /> },
  ];
  return (
    <section aria-label={say("cases.file")}>
      <TabbedParts
        label={say("cases.file")}
        parts={past ? parts.filter((part) => pastParts.includes(part.id)) : parts}
      />
    </section>
  );
}
