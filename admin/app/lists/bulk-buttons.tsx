import DeleteIcon from "@mui/icons-material/DeleteOutlined";
import DownloadIcon from "@mui/icons-material/FileDownloadOutlined";
import Button from "@mui/material/Button";
import type { ServedType } from "../../../server/http/api-types.ts";
import { filterOf, type Several } from "../bulk/use-bulk.ts";
import { useSay } from "../i18n/use-say.ts";
import { ExportItems } from "./export-items.tsx";
import { MenuButton } from "./list-menus.tsx";

/** What is offered for the ticked rows of a list. */
export interface BulkOffersProps {
  readonly type: ServedType;
  readonly several: Several;
  /** How many the list finds, when they may all be taken instead of those of the page. */
  readonly wholeOf: number | null;
  readonly onWhole: () => void;
  readonly onOpen: (dialog: "act" | "delete") => void;
}

/** What this reader may do with many of this type; anyone who sees them may take them along as a file. */
export function BulkButtons({ type, several, wholeOf, onWhole, onOpen }: BulkOffersProps) {
  const say = useSay();
  return (
    <>
      {wholeOf === null ? null : (
        <Button size="small" onClick={onWhole}>
          {say("list.selectWhole", { smart_count: wholeOf })}
        </Button>
      )}
      {mayAct(type) ? (
        <Button variant="outlined" size="small" onClick={() => onOpen("act")}>
          {say("list.bulk")}
        </Button>
      ) : null}
      <MenuButton icon={<DownloadIcon />} label={say("list.exportTicked")}>
        {(close) => <ExportItems type={type} filter={filterOf(several)} onDone={close} />}
      </MenuButton>
      {type.may.delete ? (
        <Button color="error" size="small" startIcon={<DeleteIcon />} onClick={() => onOpen("delete")}>
          {say("list.deleteTicked")}
        </Button>
      ) : null}
    </>
  );
}

/** Whether the reader may send cases of this type any event. */
export function mayAct(type: ServedType): boolean {
  return Object.values(type.events ?? {}).some((event) => event.may);
}
