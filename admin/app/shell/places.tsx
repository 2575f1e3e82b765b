import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { Link, useLocation } from "react-router";
import type { DescribedNavigation } from "../../../server/http/api-types.ts";
import { Icon } from "./icon.tsx";
import { IncidentsBadge } from "./incidents-badge.tsx";
import { isAt, type NavigationItem } from "./navigation.ts";

interface PlacesProps {
  readonly groups: readonly DescribedNavigation[];
  readonly onFollow?: () => void;
}

/** Every place of the office, grouped by what people do: in the rail of a desk, in the sheet of a phone. */
export function Places({ groups, ...following }: PlacesProps) {
  return groups.map((group) => <PlaceGroup key={group.title} group={group} {...following} />);
}

function PlaceGroup({ group, ...following }: { readonly group: DescribedNavigation } & Omit<PlacesProps, "groups">) {
  const id = useId();
  return (
    <Box sx={{ mt: 1.5 }}>
      <Typography id={id} variant="overline" component="div" sx={{ px: 1.5, pb: 0.5, color: "text.secondary" }}>
        {group.title}
      </Typography>
      <Box component="ul" aria-labelledby={id} sx={{ listStyle: "none", m: 0, p: 0 }}>
        {group.items.map((item) => (
          <li key={item.path}>
            <PlaceLink item={item} {...following} />
          </li>
        ))}
      </Box>
    </Box>
  );
}

/** One place of the menu. The current one is plain to see and told to screen readers. */
function PlaceLink({ item, onFollow }: { readonly item: NavigationItem } & Omit<PlacesProps, "groups">) {
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
