import { Box, Typography, unbroken, useLanguage } from "../../../admin/plugin-slots/kit.ts";
import type { MatchReason } from "../../../server/plugin-api/index.ts";
import { sentences } from "./match-sentences.ts";
import { type Side, sidesOf } from "./sides-of.ts";

const colors: { readonly [side in Side]: string } = {
  for: "success.main",
  check: "warning.main",
  against: "text.secondary",
};

/** The reasons side by side, for, to be checked, against; each with what it brings in points of a hundred. */
export function MatchReasons({ reasons }: { readonly reasons: readonly MatchReason[] }) {
  const say = sentences[useLanguage()];
  const sides = sidesOf(reasons);
  return (
    <Box sx={{ display: "flex", flexDirection: { xs: "column", md: "row" }, columnGap: 3, rowGap: 1.5 }}>
      {(["for", "check", "against"] as const).map((side) =>
        sides[side].length > 0 ? (
          <Box key={side} sx={{ flex: side === "for" ? 2 : 1, minWidth: 0 }}>
            <Typography variant="caption" component="h3" sx={{ color: colors[side], fontWeight: 600 }}>
              {say[side]}
            </Typography>
            <SideList title={say[side]} reasons={sides[side]} />
          </Box>
        ) : null,
      )}
    </Box>
  );
}

/** As many columns as there is room for: a side that stands alone takes the whole width. */
function SideList({ title, reasons }: { readonly title: string; readonly reasons: readonly MatchReason[] }) {
  return (
    <Box
      component="ul"
      aria-label={title}
      sx={{ listStyle: "none", m: 0, p: 0, columnWidth: { md: "250px" }, columnGap: "24px" }}
    >
      {reasons.map(({ code, message, weight }) => (
        <Box
          component="li"
          key={code}
          sx={{ display: "flex", justifyContent: "space-between", gap: 1, pb: 0.5, breakInside: "avoid" }}
        >
          <Typography variant="body2" sx={{ overflowWrap: "anywhere" }}>
            {unbroken(message)}
          </Typography>
          <Typography
            variant="body2"
            sx={{ color: "text.secondary", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" }}
          >
            {points(weight)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

/** What a reason brings or takes, with its sign; nothing where it does neither. */
export function points(weight: number): string {
  const rounded = Math.round(weight * 100);
  if (rounded === 0) return "";
  return rounded > 0 ? `+${rounded}` : `−${-rounded}`;
}
