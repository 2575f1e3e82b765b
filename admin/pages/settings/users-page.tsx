import PersonAddIcon from "@mui/icons-material/PersonAddOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import MuiLink from "@mui/material/Link";
import Paper from "@mui/material/Paper";
import { useState } from "react";
import { ListBase, useListContext } from "react-admin";
import type { UserBody } from "../../../server/http/api-types.ts";
import { FailurePage } from "../../app/errors/failure-page.tsx";
import { useSay } from "../../app/i18n/use-say.ts";
import { ListPager } from "../../app/lists/list-pager.tsx";
import { ListSearch } from "../../app/lists/list-search.tsx";
import { useOffice } from "../../app/office/use-office.ts";
import { DateText } from "../../app/parts/date-text.tsx";
import { EmptyState } from "../../app/parts/empty-state.tsx";
import { PageHead } from "../../app/parts/page-head.tsx";
import { PersonInitials } from "../../app/parts/person-initials.tsx";
import { nameButton, SimpleTable } from "../../app/parts/simple-table.tsx";
import { RowsSkeleton } from "../../app/parts/skeletons.tsx";
import { ColorChip } from "../../app/parts/stage-chip.tsx";
import { UserDialog } from "./user-dialog.tsx";

/** `/settings/users`: who may sign in, and as what. What is looked for stands in the address, as in every list. */
export function UsersPage() {
  return (
    <ListBase
      resource="users"
      sort={{ field: "name", order: "ASC" }}
      perPage={50}
      storeKey={false}
      disableAuthentication
    >
      <Users />
    </ListBase>
  );
}

function Users() {
  const say = useSay();
  const { data, total, error, refetch } = useListContext<UserBody>();
  const [edited, setEdited] = useState<UserBody | "new" | null>(null);
  return (
    <>
      <PageHead
        title={say("settings.users")}
        line={total === undefined ? "…" : say("settings.usersCount", { smart_count: total })}
        action={
          <Button variant="contained" startIcon={<PersonAddIcon />} onClick={() => setEdited("new")}>
            {say("settings.invite")}
          </Button>
        }
      />
      <Box sx={{ display: "flex", mb: 1.5 }}>
        <ListSearch title={say("settings.users")} />
      </Box>
      <Paper variant="outlined" sx={{ overflow: "hidden" }}>
        {error ? (
          <FailurePage error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <RowsSkeleton rows={5} />
        ) : data.length === 0 ? (
          <EmptyState title={say("list.noneFiltered")} />
        ) : (
          <UserTable users={data} onEdit={setEdited} />
        )}
        <ListPager />
      </Paper>
      {edited ? <UserDialog user={edited === "new" ? null : edited} onClose={() => setEdited(null)} /> : null}
    </>
  );
}

interface UserTableProps {
  readonly users: readonly UserBody[];
  readonly onEdit: (user: UserBody) => void;
}

function UserTable({ users, onEdit }: UserTableProps) {
  const say = useSay();
  const { roles } = useOffice();
  const title = (role: string) => roles.find(({ id }) => id === role)?.title ?? role;
  return (
    <SimpleTable
      label={say("settings.users")}
      rows={users}
      keyOf={(user) => user.id}
      columns={[
        {
          title: say("settings.name"),
          cell: (user) => (
            <Box sx={{ display: "flex", alignItems: "center", gap: 1.25 }}>
              <PersonInitials name={user.name} beside />
              <MuiLink component="button" onClick={() => onEdit(user)} sx={nameButton}>
                {user.name}
              </MuiLink>
            </Box>
          ),
        },
        { title: say("signIn.email"), cell: (user) => user.email, quiet: true },
        { title: say("settings.roles"), cell: (user) => user.roles.map(title).join(", ") },
        { title: say("record.status"), cell: (user) => <AccountState user={user} /> },
        { title: say("record.updatedAt"), cell: (user) => <DateText value={user.updatedAt} relative />, quiet: true },
      ]}
    />
  );
}

function AccountState({ user }: { readonly user: UserBody }) {
  const say = useSay();
  if (user.status === "disabled") return <ColorChip color="slate" label={say("settings.disabled")} />;
  if (user.status === "invited") return <ColorChip color="amber" label={say("settings.invited")} />;
  return <ColorChip color="green" label={say("settings.active")} />;
}
