import Box from "@mui/material/Box";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import type { ReactNode } from "react";

interface SimpleTableProps<Row> {
  /** What the table is about. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The first column names the row. */
  readonly columns: readonly {
    readonly title: string;
    readonly cell: (row: Row) => ReactNode;
    readonly quiet?: boolean;
  }[];
}

/** A short table of settings, without pages or sorting. Columns that matter less leave a phone's screen. */
export function SimpleTable<Row>({ label, rows, keyOf, columns }: SimpleTableProps<Row>) {
  return (
    <Box sx={{ overflowX: "auto" }}>
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            {columns.map(({ title, quiet }) => (
              <TableCell key={title} sx={quiet ? offPhone : {}}>
                {title}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={keyOf(row)} hover>
              {columns.map(({ title, cell, quiet }, index) => (
                <TableCell
                  key={title}
                  {...(index === 0 ? { component: "th", scope: "row" } : {})}
                  sx={quiet ? offPhone : {}}
                >
                  {cell(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

const offPhone = { display: { xs: "none", md: "table-cell" } } as const;

/** The name of a row that opens it in place. */
export const nameButton = { color: "text.primary", fontWeight: 550, textAlign: "left", minHeight: 24 } as const;
