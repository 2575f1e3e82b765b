import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useListContext } from "react-admin";
import type { ServedType } from "../../../server/http/api-types.ts";
import { BulkDialog } from "../bulk/bulk-dialog.tsx";
import { useSay } from "../i18n/use-say.ts";

/** What can be done with the ticked rows; above the list while there are any. */
export function BulkBar({ type }: { readonly type: ServedType }) {
  const say = useSay();
  const { selectedIds = [], total = 0, data = [], filterValues = {}, onUnselectItems } = useListContext();
  const [open, setOpen] = useState(false);
  // All that the list finds, as long as nothing else is ticked or unticked.
  const [allBeside, setAllBeside] = useState<number | null>(null);
  const all = allBeside === selectedIds.length;
  const count = all ? total : selectedIds.length;
  if (selectedIds.length === 0) return null;
  return (
    <Box
      role="status"
      sx={{
        display: "flex",
        flexWrap: "wrap",
        alignItems: "center",
        gap: 1,
        px: 2,
        py: 1,
        backgroundColor: "primary.light",
        color: "primary.dark",
      }}
    >
      <Box sx={{ flex: 1, fontWeight: 600 }}>{say("list.selected", { smart_count: count })}</Box>
      {!all && selectedIds.length >= data.length && total > selectedIds.length ? (
        <Button size="small" onClick={() => setAllBeside(selectedIds.length)}>
          {say("list.selectWhole", { smart_count: total })}
        </Button>
      ) : null}
      <Button variant="outlined" size="small" onClick={() => setOpen(true)}>
        {say("list.bulk")}
      </Button>
      <Button size="small" onClick={() => onUnselectItems()}>
        {say("list.unselect")}
      </Button>
      {open ? (
        <BulkDialog
          type={type}
          several={all ? { filter: filterValues } : { ids: selectedIds.map(String) }}
          count={count}
          onClose={() => setOpen(false)}
          onDone={() => onUnselectItems()}
        />
      ) : null}
    </Box>
  );
}
