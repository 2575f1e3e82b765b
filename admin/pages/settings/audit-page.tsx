import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import MuiLink from "@mui/material/Link";
import Paper from "@mui/material/Paper";
import { useState } from "react";
import { useGetList } from "react-admin";
import { Link } from "react-router";
import type { ReadBody } from "../../../server/http/api-types.ts";
import { FailurePage } from "../../app/errors/failure-page.tsx";
import { type MessageKey, useSay } from "../../app/i18n/use-say.ts";
import { useOffice } from "../../app/office/use-office.ts";
import { DateText } from "../../app/parts/date-text.tsx";
import { EmptyState } from "../../app/parts/empty-state.tsx";
import { PageHead } from "../../app/parts/page-head.tsx";
import { SimpleTable } from "../../app/parts/simple-table.tsx";
import { RowsSkeleton } from "../../app/parts/skeletons.tsx";

const perPage = 50;

/** By which way a file was read. */
const howWords = {
  record: "settings.howRecord",
  history: "settings.howHistory",
  past: "settings.howPast",
  list: "settings.howList",
  export: "settings.howExport",
  file: "settings.howFile",
  matches: "settings.howMatches",
  search: "settings.howSearch",
} as const satisfies { readonly [how: string]: MessageKey };

/** `/settings/audit`: whose file was read, by whom, when. */
export function AuditPage() {
  const say = useSay();
  const [page, setPage] = useState(1);
  const {
    data,
    total = 0,
    error,
    refetch,
  } = useGetList<ReadBody>("audit/reads", {
    pagination: { page, perPage },
    sort: { field: "at", order: "DESC" },
    filter: {},
  });
  return (
    <>
      <PageHead title={say("settings.audit")} line={say("settings.auditText")} />
      <Paper variant="outlined" sx={{ overflow: "hidden" }}>
        {error ? (
          <FailurePage error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <Reads reads={data} />
        ) : (
          <RowsSkeleton />
        )}
        {total > perPage ? (
          <Box sx={{ display: "flex", gap: 1, p: 1.5, justifyContent: "flex-end" }}>
            <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
              {say("list.previous")}
            </Button>
            <Button disabled={page * perPage >= total} onClick={() => setPage(page + 1)}>
              {say("list.next")}
            </Button>
          </Box>
        ) : null}
      </Paper>
    </>
  );
}

function Reads({ reads }: { readonly reads: readonly ReadBody[] }) {
  const say = useSay();
  const { types } = useOffice();
  if (reads.length === 0) return <EmptyState title={say("settings.noReads")} />;
  return (
    <SimpleTable
      label={say("settings.audit")}
      rows={reads}
      keyOf={(read) => read.id}
      columns={[
        { title: say("settings.when"), cell: (read) => <DateText value={read.at} time /> },
        { title: say("settings.who"), cell: (read) => read.actorName },
        {
          title: say("settings.whose"),
          cell: (read) =>
            read.displayName === null ? (
              say("settings.gone")
            ) : (
              <MuiLink component={Link} to={`/${read.type}/${read.recordId}`}>
                {read.displayName}
              </MuiLink>
            ),
        },
        {
          title: say("settings.type"),
          cell: (read) => types.find(({ id }) => id === read.type)?.title ?? read.type,
          quiet: true,
        },
        {
          title: say("settings.how"),
          cell: (read) => say(howWords[read.how as keyof typeof howWords] ?? "settings.howOther"),
          quiet: true,
        },
      ]}
    />
  );
}
