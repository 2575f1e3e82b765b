import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { Link, useLocation } from "react-router";
import type { DescribedNavigation } from "../../../server/http/api-types.ts";
import { useSay } from "../i18n/use-say.ts";
import { useOffice } from "../office/use-office.ts";
import { Brand } from "./brand.tsx";
import { Icon } from "./icon.tsx";
import { IncidentsBadge } from "./incidents-badge.tsx";
import { isAt, type NavigationItem, navigationOf } from "./navigation.ts";

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
        {navigationOf(office, say).map((group) => (
          <RailGroup key={group.title} group={group} />
        ))}
      </Box>
    </Box>
  );
}

function RailGroup({ group }: { readonly group: DescribedNavigation }) {
  const id = useId();
  return (
    <Box sx={{ mt: 1.5 }}>
      <Typography id={id} variant="overline" component="div" sx={{ px: 1.5, pb: 0.5, color: "text.secondary" }}>
        {group.title}
      </Typography>
      <Box component="ul" aria-labelledby={id} sx={{ listStyle: "none", m: 0, p: 0 }}>
        {group.items.map((item) => (
          <li key={item.path}>
            <RailLink item={item} />
          </li>
        ))}
      </Box>
    </Box>
  );
}

/** One place of the menu. The current one is plain to see and told to screen readers. */
export function RailLink({ item, onFollow }: { readonly item: NavigationItem; readonly onFollow?: () => void }) {
  const current = isAt(item, useLocation().pathname);
  return (
    <Box
      component={Link}
      to={item.path}
      aria-current={current ? "page" : undefined}
      onClick={onFollow}
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 1.25,
        px: 1.5,
        minHeight: { xs: 44, md: 34 },
        borderRadius: 1,
        color: current ? "primary.main" : "text.primary",
        backgroundColor: current ? "primary.light" : "transparent",
        fontWeight: current ? 600 : 450,
        textDecoration: "none",
        "& svg": { color: current ? "primary.main" : "text.secondary" },
        "&:hover": { backgroundColor: current ? "primary.light" : "ground.quiet" },
      }}
    >
      <Icon name={item.icon} />
      {item.title}
      {item.path === "/settings" ? <IncidentsBadge /> : null}
    </Box>
  );
}
