import Box from "@mui/material/Box";
import { useSay } from "../i18n/use-say.ts";
import { useIncidents } from "../office/use-incidents.ts";

/** How many incidents wait for the administrator; nothing while there are none. */
export function IncidentsBadge() {
  const say = useSay();
  const { total = 0 } = useIncidents(1);
  if (total === 0) return null;
  return (
    <Box
      component="span"
      role="img"
      aria-label={say("shell.openIncidents", { smart_count: total })}
      sx={{
        ml: "auto",
        minWidth: 20,
        px: 0.75,
        borderRadius: 10,
        textAlign: "center",
        fontSize: "0.75rem",
        fontWeight: 650,
        lineHeight: "20px",
        color: "error.contrastText",
        backgroundColor: "error.main",
      }}
    >
      {total}
    </Box>
  );
}
