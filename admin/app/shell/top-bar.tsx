import SearchIcon from "@mui/icons-material/SearchOutlined";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { useEffect, useState } from "react";
import { useSay } from "../i18n/use-say.ts";
import { useOffice } from "../office/use-office.ts";
import { LanguageChoice } from "./language-choice.tsx";
import { MeMenu } from "./me-menu.tsx";
import { QuickCreate } from "./quick-create.tsx";
import { SearchDialog } from "./search-dialog.tsx";
import { ThemeChoice } from "./theme-choice.tsx";

/** Pixels. */
export const topBarHeight = 56;

/** Search, what can be begun from anywhere, and the reader's own settings. */
export function TopBar() {
  const [searching, setSearching] = useState(false);
  // Those who read figures alone have nothing to search.
  const { types, quickCreate } = useOffice();
  const maySearch = types.some(({ searchable }) => searchable);
  useSearchShortcut(() => maySearch && setSearching(true));
  return (
    <Box
      component="header"
      sx={{
        position: "sticky",
        top: 0,
        zIndex: "appBar",
        // On a phone it has nothing else.
        display: { xs: maySearch || quickCreate.length > 0 ? "flex" : "none", md: "flex" },
        alignItems: "center",
        gap: 1,
        height: topBarHeight,
        px: { xs: 1.5, md: 3 },
        borderBottom: 1,
        borderColor: "divider",
        backgroundColor: "ground.paper",
      }}
    >
      {maySearch ? <SearchButton onOpen={() => setSearching(true)} /> : null}
      <Box sx={{ flex: 1, display: { xs: "none", sm: "block" } }} />
      <QuickCreate />
      <Box sx={{ display: { xs: "none", md: "flex" }, alignItems: "center", gap: 0.5, color: "text.secondary" }}>
        <LanguageChoice />
        <ThemeChoice />
        <MeMenu />
      </Box>
      {searching ? <SearchDialog onClose={() => setSearching(false)} /> : null}
    </Box>
  );
}

function SearchButton({ onOpen }: { readonly onOpen: () => void }) {
  const say = useSay();
  return (
    <ButtonBase
      onClick={onOpen}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
      sx={{
        flex: { xs: 1, sm: "0 1 360px" },
        height: { xs: 44, md: 36 },
        px: 1.5,
        gap: 1,
        justifyContent: "flex-start",
        border: 1,
        borderColor: "divider",
        borderRadius: 1,
        color: "text.secondary",
        backgroundColor: "background.paper",
        "&:hover": { borderColor: "outline" },
      }}
    >
      <SearchIcon aria-hidden fontSize="small" />
      <Box component="span" sx={{ flex: 1, textAlign: "left" }}>
        {say("shell.search")}
      </Box>
      <Box
        component="kbd"
        aria-hidden
        sx={{
          display: { xs: "none", md: "inline" },
          fontFamily: "inherit",
          fontSize: "0.857rem",
          border: 1,
          borderColor: "divider",
          borderRadius: "5px",
          px: 0.75,
        }}
      >
        Ctrl K
      </Box>
    </ButtonBase>
  );
}

function useSearchShortcut(open: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        open();
      }
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  });
}
