import LogoutIcon from "@mui/icons-material/Logout";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Drawer from "@mui/material/Drawer";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { Link } from "react-router";
import type { DescribedNavigation } from "../../../server/http/api-types.ts";
import { useSay } from "../i18n/use-say.ts";
import { useOffice } from "../office/use-office.ts";
import { PersonInitials } from "../parts/person-initials.tsx";
import { useSignOut } from "../sign-in/use-sign-out.ts";
import { LanguageChoice } from "./language-choice.tsx";
import { Places } from "./places.tsx";
import { ThemeChoice } from "./theme-choice.tsx";

interface MoreSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly groups: readonly DescribedNavigation[];
}

/** Everything that does not fit in a phone's bottom bar. */
export function MoreSheet({ open, onClose, groups }: MoreSheetProps) {
  const titleId = useId();
  return (
    <Drawer
      anchor="bottom"
      open={open}
      onClose={onClose}
      slotProps={{
        paper: {
          role: "dialog",
          "aria-labelledby": titleId,
          sx: { maxHeight: "85vh", borderRadius: "16px 16px 0 0", p: 2 },
        },
      }}
    >
      <SheetHead titleId={titleId} onClose={onClose} />
      <Places groups={groups} onFollow={onClose} />
      <SheetFoot onClose={onClose} />
    </Drawer>
  );
}

function SheetHead({ titleId, onClose }: { readonly titleId: string; readonly onClose: () => void }) {
  const say = useSay();
  const { user, name } = useOffice();
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 1.5 }}>
      <PersonInitials name={user.name} size={40} beside />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography id={titleId} variant="h2">
          {user.name}
        </Typography>
        <Typography variant="caption" sx={{ color: "text.secondary" }}>
          {name}
        </Typography>
      </Box>
      <Button onClick={onClose}>{say("shell.close")}</Button>
    </Box>
  );
}

function SheetFoot({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const signOut = useSignOut();
  return (
    <Box sx={foot}>
      <Button variant="outlined" component={Link} to="/settings/account" onClick={onClose}>
        {say("shell.account")}
      </Button>
      <LanguageChoice />
      <ThemeChoice />
      <Button startIcon={<LogoutIcon />} onClick={signOut}>
        {say("shell.signOut")}
      </Button>
    </Box>
  );
}

const foot = {
  mt: 2,
  pt: 2,
  borderTop: 1,
  borderColor: "divider",
  display: "flex",
  flexWrap: "wrap",
  gap: 1,
  alignItems: "center",
} as const;
