import MoreIcon from "@mui/icons-material/MoreVert";
import IconButton from "@mui/material/IconButton";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import type { ServedType } from "../../../server/http/api-types.ts";
import { useSay } from "../i18n/use-say.ts";
import { ExportItems } from "./export-items.tsx";
import type { Columns } from "./list-columns.ts";
import { ViewsPopover } from "./views-popover.tsx";

/** On a phone the list's views and its export share one quiet menu. */
export function PhoneListMenu({ type, columns }: { readonly type: ServedType; readonly columns: Columns }) {
  const say = useSay();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [shown, setShown] = useState<"menu" | "views" | null>(null);
  const close = () => setShown(null);
  return (
    <>
      <IconButton
        aria-label={say("list.viewsAndExport")}
        aria-haspopup="menu"
        aria-expanded={shown === "menu"}
        onClick={(event) => {
          setAnchor(event.currentTarget);
          setShown("menu");
        }}
      >
        <MoreIcon />
      </IconButton>
      <Menu anchorEl={anchor} open={shown === "menu"} onClose={close}>
        <MenuItem divider onClick={() => setShown("views")}>
          {say("list.views")}
        </MenuItem>
        {shown === "menu" ? <ExportItems type={type} onDone={close} /> : null}
      </Menu>
      <ViewsPopover type={type} columns={columns} anchor={shown === "views" ? anchor : null} onDone={close} />
    </>
  );
}
