import DeleteIcon from "@mui/icons-material/DeleteOutlined";
import DownloadIcon from "@mui/icons-material/FileDownloadOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useListContext } from "react-admin";
import type { ServedType } from "../../../server/http/api-types.ts";
import { BulkDialog } from "../bulk/bulk-dialog.tsx";
import { DeleteManyDialog } from "../bulk/delete-many-dialog.tsx";
import type { Several } from "../bulk/use-bulk.ts";
import { useSay } from "../i18n/use-say.ts";
import { topBarHeight } from "../shell/top-bar.tsx";
import { countedUpTo } from "./counted-up-to.ts";
import { ExportItems } from "./export-items.tsx";
import { MenuButton } from "./list-menus.tsx";

const dialogs = { act: BulkDialog, delete: DeleteManyDialog };

/** What can be done with the ticked rows; above the list while there are any. */
export function BulkBar({ type }: { readonly type: ServedType }) {
  const say = useSay();
  const { selectedIds = [], total = 0, data = [], filterValues = {}, onUnselectItems } = useListContext();
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const asShown = JSON.stringify([filterValues, selectedIds]);
  // All that the list finds, as long as it is filtered so and nothing else is ticked or unticked.
  const [wholeOf, setWholeOf] = useState<string | null>(null);
  const all = wholeOf === asShown;
  const count = all ? total : selectedIds.length;
  if (selectedIds.length === 0) return null;
  const several = all ? { filter: filterValues } : { ids: selectedIds.map(String) };
  const Dialog = dialogs[open ?? "act"];
  return (
    <Box
      sx={{
        position: "sticky",
        top: topBarHeight,
        zIndex: 2,
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
      <Box role="status" sx={{ flex: 1, fontWeight: 600 }}>
        {say(all && total >= countedUpTo ? "list.selectedOrMore" : "list.selected", { smart_count: count })}
      </Box>
      {!all && selectedIds.length >= data.length && total > selectedIds.length ? (
        <Button size="small" onClick={() => setWholeOf(asShown)}>
          {say("list.selectWhole", { smart_count: total })}
        </Button>
      ) : null}
      <BulkButtons type={type} several={several} onOpen={setOpen} />
      <Button size="small" onClick={() => onUnselectItems()}>
        {say("list.unselect")}
      </Button>
      {open ? (
        <Dialog
          type={type}
          several={several}
          count={count}
          onClose={() => setOpen(null)}
          onDone={() => onUnselectItems()}
        />
      ) : null}
    </Box>
  );
}

interface BulkButtonsProps {
  readonly type: ServedType;
  readonly several: Several;
  readonly onOpen: (dialog: keyof typeof dialogs) => void;
}

/** What this reader may do with many of this type; anyone who sees them may take them along as a file. */
function BulkButtons({ type, several, onOpen }: BulkButtonsProps) {
  const say = useSay();
  const acts = Object.values(type.events ?? {}).some((event) => event.may);
  return (
    <>
      {acts ? (
        <Button variant="outlined" size="small" onClick={() => onOpen("act")}>
          {say("list.bulk")}
        </Button>
      ) : null}
      <MenuButton icon={<DownloadIcon />} label={say("list.exportTicked")}>
        {(close) => (
          <ExportItems type={type} filter={"ids" in several ? { id: several.ids } : several.filter} onDone={close} />
        )}
      </MenuButton>
      {type.may.delete ? (
        <Button color="error" size="small" startIcon={<DeleteIcon />} onClick={() => onOpen("delete")}>
          {say("list.deleteTicked")}
        </Button>
      ) : null}
    </>
  );
}
