import AddIcon from "@mui/icons-material/Add";
import Button from "@mui/material/Button";
import ListItemIcon from "@mui/material/ListItemIcon";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { Link } from "react-router";
import { useSay } from "../i18n/use-say.ts";
import { useOffice, useType } from "../office/use-office.ts";
import { Icon } from "./icon.tsx";

/** What people begin most often, one click away from everywhere. */
export function QuickCreate() {
  const say = useSay();
  const { quickCreate } = useOffice();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  // What is followed has the focus then; left by Escape, the menu gives it back.
  const [followed, setFollowed] = useState(false);
  const close = () => setAnchor(null);
  const follow = () => {
    setFollowed(true);
    close();
  };
  if (quickCreate.length === 0) return null;
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<AddIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => {
          setFollowed(false);
          setAnchor(event.currentTarget);
        }}
      >
        {say("shell.create")}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close} disableRestoreFocus={followed}>
        {quickCreate.map((item) => (
          <MenuItem key={`${item.type}-${item.title}`} component={Link} to={item.path} onClick={follow}>
            <ListItemIcon>
              <TypeIcon type={item.type} />
            </ListItemIcon>
            {item.title}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function TypeIcon({ type }: { readonly type: string }) {
  return <Icon name={useType(type)?.icon ?? "Add"} />;
}
