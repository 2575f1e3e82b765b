import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useListContext } from "react-admin";
import type { ServedType } from "../../../server/http/api-types.ts";
import { useSay } from "../i18n/use-say.ts";
import { BulkDialog } from "./bulk-dialog.tsx";

/** What can be done with the ticked rows; above the list while there are any. */
export function BulkBar({ type }: { readonly type: ServedType }) {
  const say = useSay();
  const { selectedIds = [], onUnselectItems } = useListContext();
  const [open, setOpen] = useState(false);
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
      <Box sx={{ flex: 1, fontWeight: 600 }}>{say("list.selected", { smart_count: selectedIds.length })}</Box>
      <Button variant="outlined" size="small" onClick={() => setOpen(true)}>
        {say("list.bulk")}
      </Button>
      <Button size="small" onClick={() => onUnselectItems()}>
        {say("list.unselect")}
      </Button>
      {open ? (
        <BulkDialog
          type={type}
          ids={selectedIds.map(String)}
          onClose={() => setOpen(false)}
          onDone={() => onUnselectItems()}
        />
      ) : null}
    </Box>
  );
}
