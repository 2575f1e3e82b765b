import { Box, Typography } from "../../../admin/plugin-slots/kit.ts";
import type { MatchReason } from "../../../server/plugin-api/index.ts";

/** What each reason brings, in points of a hundred, then the reason in words. */
export function MatchReasons({ title, reasons }: { readonly title: string; readonly reasons: readonly MatchReason[] }) {
  return (
    <Box component="ul" aria-label={title} sx={{ listStyle: "none", m: 0, p: 0, display: "grid", rowGap: 0.5 }}>
      {reasons.map(({ code, message, weight }) => (
        <Box component="li" key={code} sx={{ display: "grid", gridTemplateColumns: "44px 1fr", columnGap: 1 }}>
          <Typography
            variant="body2"
            sx={{
              textAlign: "right",
              fontVariantNumeric: "tabular-nums",
              color: weight > 0 ? "success.main" : "text.secondary",
            }}
          >
            {points(weight)}
          </Typography>
          <Typography variant="body2">{message}</Typography>
        </Box>
      ))}
    </Box>
  );
}

function points(weight: number): string {
  const rounded = Math.round(weight * 100);
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : "0";
}
