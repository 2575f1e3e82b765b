import MoreIcon from "@mui/icons-material/MoreHoriz";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { useState } from "react";
import { Link, useLocation } from "react-router";
import { useSay } from "../i18n/use-say.ts";
import { useOffice } from "../office/use-office.ts";
import { Icon } from "./icon.tsx";
import { MoreSheet } from "./more-sheet.tsx";
import { firstPlaces, isAt, navigationOf } from "./navigation.ts";

/** Pixels: what is fixed or sticks at the bottom of a phone keeps above it. */
export const bottomBarHeight = 60;

/** The rail of a phone: four places and everything else. */
export function BottomBar() {
  const say = useSay();
  const office = useOffice();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const groups = navigationOf(office, say);
  return (
    <Box
      component="nav"
      aria-label={say("shell.mainMenu")}
      sx={{
        display: { xs: "grid", md: "none" },
        gridAutoFlow: "column",
        gridAutoColumns: "1fr",
        position: "fixed",
        insetInline: 0,
        bottom: 0,
        zIndex: "appBar",
        minHeight: bottomBarHeight,
        borderTop: 1,
        borderColor: "divider",
        backgroundColor: "background.paper",
        paddingBottom: "env(safe-area-inset-bottom)",
      }}
    >
      {firstPlaces(groups).map((item) => {
        const current = isAt(item, pathname);
        return (
          <ButtonBase
            key={item.path}
            component={Link}
            to={item.path}
            aria-current={current ? "page" : undefined}
            sx={place(current)}
          >
            <Icon name={item.icon} />
            <span>{item.title}</span>
          </ButtonBase>
        );
      })}
      <ButtonBase onClick={() => setOpen(true)} aria-haspopup="dialog" aria-expanded={open} sx={place(false)}>
        <MoreIcon aria-hidden fontSize="small" />
        <span>{say("shell.more")}</span>
      </ButtonBase>
      <MoreSheet open={open} onClose={() => setOpen(false)} groups={groups} />
    </Box>
  );
}

function place(current: boolean) {
  return {
    flexDirection: "column",
    gap: 0.25,
    px: 0.5,
    minWidth: 0,
    color: current ? "primary.main" : "text.secondary",
    fontSize: "0.688rem",
    fontWeight: current ? 650 : 500,
    lineHeight: 1.15,
    textAlign: "center",
    "& span": {
      maxWidth: "100%",
      overflow: "hidden",
      display: "-webkit-box",
      WebkitLineClamp: 2,
      WebkitBoxOrient: "vertical",
    },
  } as const;
}
