import LogoutIcon from "@mui/icons-material/Logout";
import PersonIcon from "@mui/icons-material/PersonOutlined";
import Box from "@mui/material/Box";
import Divider from "@mui/material/Divider";
import IconButton from "@mui/material/IconButton";
import ListItemIcon from "@mui/material/ListItemIcon";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { Link } from "react-router";
import { useSay } from "../i18n/use-say.ts";
import { useOffice } from "../office/use-office.ts";
import { PersonInitials } from "../parts/person-initials.tsx";
import { useSignOut } from "../sign-in/use-sign-out.ts";

/** Who is signed in, their account, and the way out. */
export function MeMenu() {
  const say = useSay();
  const { user } = useOffice();
  const signOut = useSignOut();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <IconButton
        aria-label={say("shell.me", { name: user.name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ p: 0.5 }}
      >
        <PersonInitials name={user.name} size={30} beside />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close} slotProps={{ paper: { sx: { minWidth: 230 } } }}>
        <Box component="li" role="presentation" sx={{ px: 2, py: 1 }}>
          <Box sx={{ fontWeight: 600 }}>{user.name}</Box>
          <Box sx={{ color: "text.secondary", fontSize: "0.893rem" }}>{user.email}</Box>
        </Box>
        <Divider component="li" />
        <MenuItem component={Link} to="/settings/account" onClick={close}>
          <ListItemIcon>
            <PersonIcon fontSize="small" />
          </ListItemIcon>
          {say("shell.account")}
        </MenuItem>
        <MenuItem onClick={signOut}>
          <ListItemIcon>
            <LogoutIcon fontSize="small" />
          </ListItemIcon>
          {say("shell.signOut")}
        </MenuItem>
      </Menu>
    </>
  );
}
