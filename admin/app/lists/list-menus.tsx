import BookmarkIcon from "@mui/icons-material/BookmarkBorderOutlined";
import DownloadIcon from "@mui/icons-material/FileDownloadOutlined";
import ColumnsIcon from "@mui/icons-material/ViewColumnOutlined";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { type ReactNode, useState } from "react";
import { useListContext } from "react-admin";
import type { ServedType } from "../../../server/http/api-types.ts";
import { useSay } from "../i18n/use-say.ts";
import type { Columns } from "./list-columns.ts";
import { SavedViewItems } from "./saved-views.tsx";

/** The quiet menus of a list: its columns, its saved views, its export. */
export function ListMenus({ type, columns }: { readonly type: ServedType; readonly columns: Columns }) {
  const say = useSay();
  return (
    <>
      <MenuButton icon={<BookmarkIcon />} label={say("list.views")}>
        {(close) => <SavedViewItems type={type} onDone={close} />}
      </MenuButton>
      <MenuButton icon={<ColumnsIcon />} label={say("list.columns")}>
        {() => <ColumnItems columns={columns} />}
      </MenuButton>
      <MenuButton icon={<DownloadIcon />} label={say("list.export")}>
        {(close) => <ExportItems type={type} onDone={close} />}
      </MenuButton>
    </>
  );
}

interface MenuButtonProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly children: (close: () => void) => ReactNode;
}

function MenuButton({ icon, label, children }: MenuButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        startIcon={icon}
        color="inherit"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ color: "text.secondary" }}
      >
        {label}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close} slotProps={{ paper: { sx: { maxHeight: 420 } } }}>
        {anchor ? children(close) : null}
      </Menu>
    </>
  );
}

function ColumnItems({ columns }: { readonly columns: Columns }) {
  const shown = columns.shown.map((column) => column.name);
  return columns.possible.map(({ name, plan }) => {
    const on = shown.includes(name);
    return (
      <MenuItem
        key={name}
        role="menuitemcheckbox"
        aria-checked={on}
        onClick={() => columns.choose(on ? shown.filter((other) => other !== name) : [...shown, name])}
      >
        <Checkbox checked={on} tabIndex={-1} slotProps={{ input: { "aria-hidden": true } }} sx={{ p: 0.5, mr: 1 }} />
        {plan.label}
      </MenuItem>
    );
  });
}

/** The list as it is filtered and sorted now, as a file. */
function ExportItems({ type, onDone }: { readonly type: ServedType; readonly onDone: () => void }) {
  const say = useSay();
  const { filterValues, sort } = useListContext();
  const query = (format: string) =>
    new URLSearchParams({
      format,
      filter: JSON.stringify(filterValues ?? {}),
      sort: JSON.stringify([sort.field, sort.order]),
    }).toString();
  return (["csv", "xlsx"] as const).map((format) => (
    <MenuItem key={format} component="a" href={`/api/${type.id}?${query(format)}`} download onClick={onDone}>
      {say(format === "csv" ? "list.exportCsv" : "list.exportXlsx")}
    </MenuItem>
  ));
}
