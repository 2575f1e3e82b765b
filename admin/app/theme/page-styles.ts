import type { Theme } from "@mui/material/styles";

/** The page itself: its type, its focus ring, and less motion where the system asks for less. */
export function page(theme: Theme) {
  return {
    html: { fontSize: "100%", "@media (min-width:600px)": { fontSize: "87.5%" } },
    body: {
      backgroundColor: theme.vars.palette.background.default,
      fontFeatureSettings: '"cv05", "cv11", "ss03"',
      WebkitFontSmoothing: "antialiased",
      textRendering: "optimizeLegibility",
    },
    button: { fontFamily: "inherit" },
    a: { color: theme.vars.palette.primary.main, textUnderlineOffset: 3 },
    // Figures that are compared stand under each other; elsewhere they would take the hyphens of words apart.
    "input, .MuiTableCell-alignRight": { fontVariantNumeric: "tabular-nums" },
    ":focus-visible": { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: 2 },
    ".MuiOutlinedInput-input:focus-visible, [role=dialog]:focus-visible, main:focus-visible": { outline: "none" },
    "::selection": { backgroundColor: theme.vars.palette.primary.light },
    "@media (prefers-reduced-motion: reduce)": {
      "*, *::before, *::after": { animationDuration: "0.01ms !important", transitionDuration: "0.01ms !important" },
    },
  };
}
