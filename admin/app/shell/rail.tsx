import Box from "@mui/material/Box";
import { useSay } from "../i18n/use-say.ts";
import { useOffice } from "../office/use-office.ts";
import { Brand } from "./brand.tsx";
import { navigationOf } from "./navigation.ts";
import { Places } from "./places.tsx";

/** Pixels. */
export const railWidth = 220;

/** The left rail: every place of the office, grouped by what people do. */
export function Rail() {
  const say = useSay();
  const office = useOffice();
  return (
    <Box
      component="nav"
      aria-label={say("shell.mainMenu")}
      sx={{
        display: { xs: "none", md: "flex" },
        flexDirection: "column",
        position: "sticky",
        top: 0,
        height: "100vh",
        width: railWidth,
        flex: "none",
        borderRight: 1,
        borderColor: "divider",
        overflowY: "auto",
      }}
    >
      <Brand name={office.name} />
      <Box sx={{ px: 1, pb: 2 }}>
        <Places groups={navigationOf(office, say)} />
      </Box>
    </Box>
  );
}
