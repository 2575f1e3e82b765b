import AddIcon from "@mui/icons-material/Add";
import ListIcon from "@mui/icons-material/FormatListBulletedOutlined";
import BoardIcon from "@mui/icons-material/ViewKanbanOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import { useTheme } from "@mui/material/styles";
import useMediaQuery from "@mui/material/useMediaQuery";
import { ListBase, useListContext } from "react-admin";
import { Link } from "react-router";
import type { ServedType } from "../../../server/http/api-types.ts";
import { FailurePage } from "../errors/failure-page.tsx";
import { leavesNothing, StaleNotice } from "../errors/stale-notice.tsx";
import { useSay } from "../i18n/use-say.ts";
import { EmptyState } from "../parts/empty-state.tsx";
import { nearText } from "../parts/near-text.ts";
import { PageHead } from "../parts/page-head.tsx";
import { NameSkeleton, RowsSkeleton } from "../parts/skeletons.tsx";
import { Icon } from "../shell/icon.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { countedUpTo } from "./counted-up-to.ts";
import { FilterBar } from "./filter-bar.tsx";
import { ListCards } from "./list-cards.tsx";
import { type Columns, useColumns } from "./list-columns.ts";
import { filtersInForce } from "./list-filters.ts";
import { ListMenus } from "./list-menus.tsx";
import { ListPager } from "./list-pager.tsx";
import { ListSearch } from "./list-search.tsx";
import { ListTable } from "./list-table.tsx";
import { PhoneListMenu } from "./phone-list-menu.tsx";

/** `/{type}`: the records of a type. What is shown stands in the address, so that it can be shared and gone back to. */
export function RecordList({ type }: { readonly type: ServedType }) {
  const [field, order] = type.sort;
  return (
    <ListBase
      key={type.id}
      resource={type.id}
      sort={{ field, order }}
      perPage={50}
      storeKey={false}
      disableAuthentication
    >
      <ListPage type={type} />
    </ListBase>
  );
}

function ListPage({ type }: { readonly type: ServedType }) {
  const columns = useColumns(type);
  const desk = useMediaQuery(useTheme().breakpoints.up("md"));
  return (
    <>
      <ListHead type={type} />
      <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 1, mb: 1.5 }}>
        {type.searchable ? <ListSearch title={type.title} /> : null}
        <FilterBar type={type} />
        <Box sx={{ display: "flex", ml: "auto" }}>
          {desk ? <ListMenus type={type} columns={columns} /> : <PhoneListMenu type={type} columns={columns} />}
        </Box>
      </Box>
      <Paper variant="outlined" sx={{ overflow: "clip" }}>
        <BulkBar type={type} desk={desk} />
        <ListBody type={type} columns={columns} desk={desk} />
      </Paper>
    </>
  );
}

function ListHead({ type }: { readonly type: ServedType }) {
  const say = useSay();
  return (
    <PageHead
      title={type.title}
      line={<ListCount />}
      action={
        <>
          {type.board ? (
            <Button variant="outlined" component={Link} to={`/board/${type.id}`} startIcon={<BoardIcon />}>
              {say("list.board")}
            </Button>
          ) : null}
          {type.may.create ? (
            <Button variant="contained" component={Link} to={`/${type.id}/create`} startIcon={<AddIcon />}>
              {type.create?.title ?? say("list.create")}
            </Button>
          ) : null}
        </>
      }
    />
  );
}

/** How many there are, or at least are. */
function ListCount() {
  const say = useSay();
  const { total, filterValues } = useListContext();
  if (total === undefined) return <NameSkeleton width="5em" />;
  const filtered = Object.keys(filterValues ?? {}).length > 0;
  const exact = filtered ? "list.countFiltered" : "list.count";
  const capped = filtered ? "list.countFilteredOrMore" : "list.countOrMore";
  return say(total < countedUpTo ? exact : capped, { smart_count: total });
}

interface ListBodyProps {
  readonly type: ServedType;
  readonly columns: Columns;
  readonly desk: boolean;
}

function ListBody({ type, columns, desk }: ListBodyProps) {
  const { data, error, isPending, refetch } = useListContext();
  if (leavesNothing(error, data)) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (isPending || !data) return <RowsSkeleton />;
  if (data.length === 0) return <NothingHere type={type} />;
  return (
    <>
      <StaleNotice error={error} onRetry={() => void refetch()} />
      {desk ? <ListTable type={type} columns={columns.shown} /> : <ListCards type={type} columns={columns.shown} />}
      <ListPager />
    </>
  );
}

function NothingHere({ type }: { readonly type: ServedType }) {
  const say = useSay();
  const { filterValues, setFilters } = useListContext();
  const filters = filterValues ?? {};
  if (filtersInForce(filters).length > 0 || "q" in filters) {
    const near = typeof filters["q"] === "string" ? nearText(filters["q"]) : null;
    return (
      <EmptyState
        icon={<ListIcon />}
        title={say("list.noneFiltered")}
        action={
          <Box sx={{ display: "flex", flexWrap: "wrap", justifyContent: "center", gap: 1 }}>
            {near === null ? null : (
              <Button variant="outlined" onClick={() => setFilters({ ...filters, q: near }, undefined, false)}>
                {say("list.near")}
              </Button>
            )}
            <Button variant={near === null ? "outlined" : "text"} onClick={() => setFilters({}, undefined, false)}>
              {say("list.clearFilters")}
            </Button>
          </Box>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={<Icon name={type.icon} />}
      title={say("list.none")}
      action={
        type.may.create ? (
          <Button variant="outlined" component={Link} to={`/${type.id}/create`} startIcon={<AddIcon />}>
            {type.create?.title ?? say("list.create")}
          </Button>
        ) : null
      }
    >
      {type.description}
    </EmptyState>
  );
}
