import CloseIcon from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { useState } from "react";
import { useListContext } from "react-admin";
import type { ServedType } from "../../../server/http/api-types.ts";
import { BulkDialog } from "../bulk/bulk-dialog.tsx";
import { DeleteManyDialog } from "../bulk/delete-many-dialog.tsx";
import { useSay } from "../i18n/use-say.ts";
import { topBarHeight } from "../shell/top-bar.tsx";
import { BulkButtons } from "./bulk-buttons.tsx";
import { BulkMenu } from "./bulk-menu.tsx";
import { countedUpTo } from "./counted-up-to.ts";

const dialogs = { act: BulkDialog, delete: DeleteManyDialog };

interface BulkBarProps {
  readonly type: ServedType;
  /** Wide enough for a button each; else they share a menu. */
  readonly desk: boolean;
}

/** What can be done with the ticked rows; above the list while there are any. */
export function BulkBar({ type, desk }: BulkBarProps) {
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
  const mayTakeAll = !all && selectedIds.length >= data.length && total > selectedIds.length;
  const takeAll = () => setWholeOf(asShown);
  const Offers = desk ? BulkButtons : BulkMenu;
  const Dialog = dialogs[open ?? "act"];
  return (
    <Box
      sx={{
        position: "sticky",
        top: topBarHeight,
        zIndex: 2,
        display: "flex",
        flexWrap: desk ? "wrap" : "nowrap",
        alignItems: "center",
        gap: 1,
        px: desk ? 2 : 1,
        py: desk ? 1 : 0.5,
        backgroundColor: "primary.light",
        color: "primary.dark",
      }}
    >
      <Box role="status" sx={{ flex: 1, fontWeight: 600 }}>
        {say(all && total >= countedUpTo ? "list.selectedOrMore" : "list.selected", { smart_count: count })}
      </Box>
      <Offers type={type} several={several} wholeOf={mayTakeAll ? total : null} onOpen={setOpen} onWhole={takeAll} />
      {desk ? (
        <Button size="small" onClick={() => onUnselectItems()}>
          {say("list.unselect")}
        </Button>
      ) : (
        <IconButton aria-label={say("list.unselect")} color="inherit" onClick={() => onUnselectItems()}>
          <CloseIcon />
        </IconButton>
      )}
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
