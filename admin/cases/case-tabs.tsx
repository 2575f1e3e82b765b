import Box from "@mui/material/Box";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { type ReactNode, useId, useState } from "react";
import type { ServedType } from "../../server/http/api-types.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { AttachedRecords } from "../app/records/attached-records.tsx";
import { RecordData } from "../app/records/record-data.tsx";
import { RecordHistory } from "../app/records/record-history.tsx";
import { RecordLinks } from "../app/records/record-links.tsx";
import { useAttached } from "../app/records/use-attached.ts";
import { CaseDeadlines } from "./case-deadlines.tsx";
import { CaseTasks } from "./case-tasks.tsx";
import type { FlatCase } from "./use-send-event.ts";

/** Everything known of a case beside its next steps: data, what hangs on it, tasks, deadlines, links, history. */
export function CaseTabs({ type, record }: { readonly type: ServedType; readonly record: FlatCase }) {
  const say = useSay();
  const base = useId();
  const [shown, setShown] = useState("data");
  const hanging = useAttached(type, record).map((attached) => ({
    id: attached.type.id,
    title: attached.type.title,
    hasFile: Object.values(attached.type.schema.properties ?? {}).some((field) => field["x-widget"] === "file"),
    content: <AttachedRecords {...attached} />,
  }));
  const tabs: readonly { id: string; title: string; content: ReactNode }[] = [
    { id: "data", title: say("cases.tabData"), content: <RecordData type={type} record={record} /> },
    ...hanging.filter(({ hasFile }) => !hasFile),
    {
      id: "tasks",
      title: say("cases.tabTasks"),
      content: (
        <>
          <CaseTasks workflow={type.id} id={record.id} />
          <CaseDeadlines workflow={type.id} id={record.id} />
        </>
      ),
    },
    ...hanging.filter(({ hasFile }) => hasFile),
    { id: "links", title: say("cases.tabLinks"), content: <RecordLinks type={type.id} id={record.id} /> },
    { id: "history", title: say("cases.tabHistory"), content: <RecordHistory type={type.id} id={record.id} /> },
  ];
  return (
    <section aria-label={say("cases.file")}>
      <Tabs
        value={shown}
        onChange={(_, value: string) => setShown(value)}
        variant="scrollable"
        allowScrollButtonsMobile
      >
        {tabs.map(({ id, title }) => (
          <Tab key={id} value={id} label={title} id={`${base}-tab-${id}`} aria-controls={`${base}-panel-${id}`} />
        ))}
      </Tabs>
      {tabs.map(({ id, content }) => (
        <Box
          key={id}
          role="tabpanel"
          hidden={id !== shown}
          id={`${base}-panel-${id}`}
          aria-labelledby={`${base}-tab-${id}`}
          sx={{ pt: 2 }}
        >
          {id === shown ? content : null}
        </Box>
      ))}
    </section>
  );
}
