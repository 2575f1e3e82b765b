import BookmarkIcon from "@mui/icons-material/BookmarkBorderOutlined";
import TickedIcon from "@mui/icons-material/CheckBox";
import UntickedIcon from "@mui/icons-material/CheckBoxOutlineBlank";
import DownloadIcon from "@mui/icons-material/FileDownloadOutlined";
import ColumnsIcon from "@mui/icons-material/ViewColumnOutlined";
import Button from "@mui/material/Button";
import ListItemIcon from "@mui/material/ListItemIcon";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { type ReactNode, useState } from "react";
import type { ServedType } from "../../../server/http/api-types.ts";
import { useSay } from "../i18n/use-say.ts";
import { ExportItems } from "./export-items.tsx";
import type { Columns } from "./list-columns.ts";
import { ViewsPopover } from "./views-popover.tsx";

interface ListMenusProps {
  readonly type: ServedType;
  readonly columns: Columns;
}

/** The quiet menus of a list: its columns, its saved views, its export. */
export function ListMenus({ type, columns }: ListMenusProps) {
  const say = useSay();
  return (
    <>
      <ViewsButton type={type} columns={columns} />
      <MenuButton icon={<ColumnsIcon />} label={say("list.columns")}>
        {() => <ColumnItems columns={columns} />}
      </MenuButton>
      <MenuButton icon={<DownloadIcon />} label={say("list.export")}>
        {(close) => <ExportItems type={type} onDone={close} />}
      </MenuButton>
    </>
  );
}

function ViewsButton({ type, columns }: ListMenusProps) {
  const say = useSay();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <QuietButton
        icon={<BookmarkIcon />}
        label={say("list.views")}
        popup="dialog"
        open={anchor !== null}
        onOpen={setAnchor}
      />
      <ViewsPopover type={type} columns={columns} anchor={anchor} onDone={close} />
    </>
  );
}

interface QuietButtonProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly popup: "menu" | "dialog";
  readonly open: boolean;
  readonly onOpen: (anchor: HTMLElement) => void;
}

function QuietButton({ icon, label, popup, open, onOpen }: QuietButtonProps) {
  return (
    <Button
      startIcon={icon}
      color="inherit"
      aria-haspopup={popup}
      aria-expanded={open}
      onClick={(event) => onOpen(event.currentTarget)}
      sx={{ color: "text.secondary" }}
    >
      {label}
    </Button>
  );
}

interface MenuButtonProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A quiet button and the menu under it. */
export function MenuButton({ icon, label, children }: MenuButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <QuietButton icon={icon} label={label} popup="menu" open={anchor !== null} onOpen={setAnchor} />
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close} slotProps={{ paper: { sx: { maxHeight: 420 } } }}>
        {anchor ? children(close) : null}
      </Menu>
    </>
  );
}

function ColumnItems({ columns }: { readonly columns: Columns }) {
  const say = useSay();
  const shown = columns.shown.map((column) => column.name);
  const items = columns.possible.map(({ name, plan }) => {
    const on = shown.includes(name);
    return (
      <MenuItem
        key={name}
        role="menuitemcheckbox"
        aria-checked={on}
        onClick={() => columns.choose(on ? shown.filter((other) => other !== name) : [...shown, name])}
      >
        <ListItemIcon>
          {on ? <TickedIcon fontSize="small" color="primary" /> : <UntickedIcon fontSize="small" />}
        </ListItemIcon>
        {plan.label}
      </MenuItem>
    );
  });
  return [
    <MenuItem key="" divider onClick={() => columns.choose(null)}>
      {say("list.usualColumns")}
    </MenuItem>,
    ...items,
  ];
}
