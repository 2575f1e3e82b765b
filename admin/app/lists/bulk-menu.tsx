import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { filterOf } from "../bulk/use-bulk.ts";
import { useSay } from "../i18n/use-say.ts";
import { type BulkOffersProps, mayAct } from "./bulk-buttons.tsx";
import { ExportItems } from "./export-items.tsx";

/** On a phone what can be done with the ticked rows shares one menu, so that the bar stays one line. */
export function BulkMenu({ type, several, wholeOf, onWhole, onOpen }: BulkOffersProps) {
  const say = useSay();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  const closing = (then: () => void) => () => {
    close();
    then();
  };
  return (
    <>
      <Button
        variant="outlined"
        size="small"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {say("list.bulkMenu")}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {wholeOf === null ? null : (
          <MenuItem divider onClick={closing(onWhole)}>
            {say("list.selectWhole", { smart_count: wholeOf })}
          </MenuItem>
        )}
        {mayAct(type) ? <MenuItem onClick={closing(() => onOpen("act"))}>{say("list.bulk")}</MenuItem> : null}
        {anchor ? <ExportItems type={type} filter={filterOf(several)} onDone={close} /> : null}
        {type.may.delete ? (
          <MenuItem sx={{ color: "error.main" }} onClick={closing(() => onOpen("delete"))}>
            {say("list.deleteTicked")}
          </MenuItem>
        ) : null}
      </Menu>
    </>
  );
}
