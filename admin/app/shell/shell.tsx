import Box from "@mui/material/Box";
import { type ReactNode, useEffect, useRef } from "react";
import { Notification } from "react-admin";
import { useLocation } from "react-router";
import { PageBoundary } from "../errors/page-boundary.tsx";
import { useSay } from "../i18n/use-say.ts";
import { SignInAgain } from "../sign-in/sign-in-again.tsx";
import { BottomBar, bottomBarHeight } from "./bottom-bar.tsx";
import { OfflineNotice } from "./offline-notice.tsx";
import { Rail } from "./rail.tsx";
import { TopBar } from "./top-bar.tsx";
import { useFocusKeeper } from "./use-focus-keeper.ts";

/** What stands around every page: the rail, the bar, and the room for the page itself. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  const main = useRef<HTMLElement>(null);
  useFreshPage(main);
  useFocusKeeper();
  return (
    <Box sx={{ display: "flex", minHeight: "100vh" }}>
      <Box component="a" href="#page" sx={skipLink}>
        {say("shell.skip")}
      </Box>
      <Rail />
      <Box sx={{ flex: 1, minWidth: 0, display: "flex", flexDirection: "column" }}>
        <TopBar />
        <OfflineNotice />
        <Box
          component="main"
          id="page"
          ref={main}
          tabIndex={-1}
          sx={{
            flex: 1,
            width: "100%",
            maxWidth: 1680,
            px: { xs: 2, md: 3 },
            pt: { xs: 2, md: 3 },
            pb: { xs: `${bottomBarHeight + 24}px`, md: 4 },
          }}
        >
          <PageBoundary>{children}</PageBoundary>
        </Box>
      </Box>
      <BottomBar />
      <Notification />
      <SignInAgain />
    </Box>
  );
}

/** A new page starts at its top, and keyboard and screen reader start with it. */
function useFreshPage(main: React.RefObject<HTMLElement | null>) {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname, main]);
}

const skipLink = {
  position: "absolute",
  left: 8,
  top: -60,
  zIndex: "tooltip",
  px: 2,
  py: 1,
  borderRadius: 1,
  backgroundColor: "primary.main",
  color: "primary.contrastText",
  "&:focus": { top: 8 },
} as const;
