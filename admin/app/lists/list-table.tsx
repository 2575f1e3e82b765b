import Box from "@mui/material/Box";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import TableSortLabel from "@mui/material/TableSortLabel";
import { useListContext } from "react-admin";
import { Link } from "react-router";
import type { ApiRecord, ServedType } from "../../../server/http/api-types.ts";
import { PlannedValue } from "../../schema-ui/field-value.tsx";
import { valueIn } from "../../schema-ui/value-in.ts";
import { useSay } from "../i18n/use-say.ts";
import { DueChip } from "../parts/due-chip.tsx";
import { StageChip } from "../parts/stage-chip.tsx";
import { type Column, isNumeric, isSortable } from "./list-columns.ts";
import { PageTick, RecordTick } from "./ticks.tsx";

interface ListTableProps {
  readonly type: ServedType;
  readonly columns: readonly Column[];
}

/** A list at a desk: dense rows, the title leads to the record and the whole row with it, and each can be ticked. */
export function ListTable({ type, columns }: ListTableProps) {
  const say = useSay();
  const { data = [] } = useListContext<ApiRecord>();
  return (
    <Box sx={{ overflowX: "auto" }}>
      <Table size="small" aria-label={type.title}>
        <TableHead>
          <TableRow>
            <TableCell sx={tick}>
              <PageTick />
            </TableCell>
            <SortableHead name="displayName" label={say("list.title")} />
            {columns.map((column) =>
              isSortable(column) ? (
                <SortableHead
                  key={column.name}
                  name={column.name}
                  label={column.plan.label}
                  numeric={isNumeric(column)}
                />
              ) : (
                <TableCell key={column.name} sx={{ whiteSpace: "nowrap" }}>
                  {column.plan.label}
                </TableCell>
              ),
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {data.map((record) => (
            <Row key={record.id} type={type} columns={columns} record={record} />
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

interface SortableHeadProps {
  readonly name: string;
  readonly label: string;
  readonly numeric?: boolean;
}

function SortableHead({ name, label, numeric = false }: SortableHeadProps) {
  const { sort, setSort } = useListContext();
  const active = sort.field === name;
  const direction = sort.order === "DESC" ? "desc" : "asc";
  return (
    <TableCell
      align={numeric ? "right" : "left"}
      sortDirection={active ? direction : false}
      sx={{ whiteSpace: "nowrap" }}
    >
      <TableSortLabel
        sx={{ verticalAlign: "top" }}
        active={active}
        direction={active ? direction : "asc"}
        onClick={() => setSort({ field: name, order: active && sort.order === "ASC" ? "DESC" : "ASC" })}
      >
        {label}
      </TableSortLabel>
    </TableCell>
  );
}

interface RowProps extends ListTableProps {
  readonly record: ApiRecord;
}

function Row({ type, columns, record }: RowProps) {
  const { selectedIds = [] } = useListContext<ApiRecord>();
  const name = record.displayName || type.title;
  return (
    <TableRow
      hover
      selected={selectedIds.includes(record.id)}
      sx={{
        position: "relative",
        height: 40,
        "& td, & th": { py: 0 },
        "& td a": { position: "relative", zIndex: 1 },
      }}
    >
      <TableCell sx={tick}>
        <RecordTick id={record.id} name={name} />
      </TableCell>
      <TableCell
        component="th"
        scope="row"
        title={name}
        sx={{ maxWidth: 420, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}
      >
        <Box component={Link} to={`/${type.id}/${record.id}`} sx={titleLink}>
          {name}
        </Box>
      </TableCell>
      {columns.map((column) => (
        <TableCell
          key={column.name}
          align={isNumeric(column) ? "right" : "left"}
          sx={{ maxWidth: 220, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}
        >
          <CellValue type={type} column={column} record={record} />
        </TableCell>
      ))}
    </TableRow>
  );
}

/** One value of one record. */
export interface CellProps {
  readonly type: ServedType;
  readonly column: Column;
  readonly record: ApiRecord;
}

/** What stands in a cell: stages and deadlines as chips, everything else as words. */
export function CellValue({ type, column, record }: CellProps) {
  const value = valueIn(record, column.name);
  if (column.plan.kind === "stage" && typeof value === "string") return <StageChip type={type} stage={value} />;
  if (column.name === "dueAt" && typeof value === "string" && record["status"] !== "done")
    return <DueChip dueAt={value} />;
  return <PlannedValue plan={column.plan} value={value} compact />;
}

const tick = { width: 44, "&.MuiTableCell-root": { padding: "0 0 0 8px" } } as const;

const titleLink = {
  color: "text.primary",
  fontWeight: 550,
  textDecoration: "none",
  "&:hover": { textDecoration: "underline", textUnderlineOffset: "3px" },
  "&::after": { content: '""', position: "absolute", inset: 0 },
} as const;
