import MoreHoriz from "@mui/icons-material/MoreHoriz";
import IconButton from "@mui/material/IconButton";
import { useState } from "react";
import { BulkDialog } from "../app/bulk/bulk-dialog.tsx";
import { useSay } from "../app/i18n/use-say.ts";
import { useType } from "../app/office/use-office.ts";
import type { BoardColumnData } from "./board-data.ts";

interface Props {
  readonly workflow: string;
  readonly column: BoardColumnData;
  readonly filter: object;
}

/** One action for every case of a column, those without a card too. */
export function ColumnMenu({ workflow, column, filter }: Props) {
  const say = useSay();
  const type = useType(workflow);
  const [open, setOpen] = useState(false);
  const mayAct = type !== undefined && Object.values(type.events ?? {}).some(({ may }) => may);
  if (!mayAct || (column.count === 0 && !open)) return null;
  return (
    <>
      <IconButton
        size="small"
        aria-label={say("cases.boardBulkOf", { stage: column.title })}
        title={say("cases.boardBulk")}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        sx={{ position: "absolute", top: 8, right: 0, color: "text.secondary" }}
      >
        <MoreHoriz fontSize="small" />
      </IconButton>
      {open ? (
        <BulkDialog
          type={type}
          several={{ filter: { ...filter, stage: column.stage } }}
          count={column.count}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
