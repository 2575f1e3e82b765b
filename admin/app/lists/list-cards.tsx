import Box from "@mui/material/Box";
import { useListContext } from "react-admin";
import { Link } from "react-router";
import type { ApiRecord, ServedType } from "../../../server/http/api-types.ts";
import { isThere } from "../../schema-ui/is-there.ts";
import { valueIn } from "../../schema-ui/value-in.ts";
import { useSay } from "../i18n/use-say.ts";
import type { Column } from "./list-columns.ts";
import { type CellProps, CellValue } from "./list-table.tsx";
import { PageTick, RecordTick } from "./ticks.tsx";

/** How many facts a card tells beside its title. */
const factsPerCard = 3;

interface ListCardsProps {
  readonly type: ServedType;
  readonly columns: readonly Column[];
}

/** A list on a phone: one card per record, its title and the first few things that are known. */
export function ListCards({ type, columns }: ListCardsProps) {
  const say = useSay();
  const { data = [] } = useListContext<ApiRecord>();
  return (
    <>
      <Box sx={{ display: "flex", alignItems: "center", borderBottom: 1, borderColor: "divider", px: 0.5 }}>
        <PageTick />
        <Box component="span" aria-hidden sx={{ color: "text.secondary" }}>
          {say("list.selectAll")}
        </Box>
      </Box>
      <Box component="ul" aria-label={type.title} sx={{ listStyle: "none", m: 0, p: 0 }}>
        {data.map((record) => (
          <Card key={record.id} type={type} columns={columns} record={record} />
        ))}
      </Box>
    </>
  );
}

interface CardProps extends ListCardsProps {
  readonly record: ApiRecord;
}

function Card({ type, columns, record }: CardProps) {
  const name = record.displayName || type.title;
  const stage = columns.find((column) => column.plan.kind === "stage");
  const facts = columns
    .filter((column) => column !== stage && isThere(valueIn(record, column.name)))
    .slice(0, factsPerCard);
  return (
    <Box
      component="li"
      sx={{
        position: "relative",
        display: "flex",
        alignItems: "flex-start",
        pl: 0.5,
        pr: 2,
        py: 1,
        borderBottom: 1,
        borderColor: "divider",
        "&:last-child": { borderBottom: 0 },
      }}
    >
      <RecordTick id={record.id} name={name} />
      <Box sx={{ flex: 1, minWidth: 0, pt: 1 }}>
        <Box sx={{ display: "flex", gap: 1, alignItems: "flex-start", justifyContent: "space-between" }}>
          <Box component={Link} to={`/${type.id}/${record.id}`} sx={cardLink}>
            {name}
          </Box>
          {stage ? <CellValue type={type} column={stage} record={record} /> : null}
        </Box>
        {facts.map((column) => (
          <Fact key={column.name} type={type} column={column} record={record} />
        ))}
      </Box>
    </Box>
  );
}

function Fact(props: CellProps) {
  const say = useSay();
  return (
    <Box
      sx={{
        color: "text.secondary",
        overflow: "hidden",
        textOverflow: "ellipsis",
        whiteSpace: "nowrap",
        "& a": { position: "relative", zIndex: 1 },
      }}
    >
      {props.column.plan.label}
      {say("form.colon")}
      <Box component="span" sx={{ color: "text.primary" }}>
        <CellValue {...props} />
      </Box>
    </Box>
  );
}

const cardLink = {
  color: "text.primary",
  fontWeight: 600,
  textDecoration: "none",
  "&::after": { content: '""', position: "absolute", inset: 0 },
} as const;
