import { createTheme } from "@mui/material/styles";
import { components } from "./components.ts";
import { darkPalette, lightPalette } from "./palette.ts";

/**
 * The look of the back office. Sizes are in rem: the root is 14 px at a desk and 16 px on a phone. Spacing counts 8 px:
 * 0.5, 1, 1.5, 2, 3, 4 are the scale 4-8-12-16-24-32. Colours are CSS variables, light or dark.
 */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: "data-theme", cssVarPrefix: "ui" },
  colorSchemes: { light: { palette: lightPalette }, dark: { palette: darkPalette } },
  shape: { borderRadius: 8 },
  motion: { reducedMotion: "system" },
  transitions: {
    duration: {
      shortest: 100,
      shorter: 120,
      short: 150,
      standard: 150,
      complex: 150,
      enteringScreen: 150,
      leavingScreen: 120,
    },
  },
  typography: {
    htmlFontSize: 14,
    fontSize: 14,
    fontFamily: '"Inter Variable", "Inter", system-ui, sans-serif',
    fontWeightMedium: 550,
    fontWeightBold: 650,
    h1: { fontSize: "1.571rem", lineHeight: 1.25, fontWeight: 650, letterSpacing: "-0.015em" },
    h2: { fontSize: "1.143rem", lineHeight: 1.35, fontWeight: 650, letterSpacing: "-0.005em" },
    h3: { fontSize: "1rem", lineHeight: 1.4, fontWeight: 650 },
    subtitle1: { fontSize: "1rem", lineHeight: 1.5, fontWeight: 550 },
    subtitle2: { fontSize: "0.929rem", lineHeight: 1.5, fontWeight: 550 },
    body1: { fontSize: "1rem", lineHeight: 1.5 },
    body2: { fontSize: "1rem", lineHeight: 1.5 },
    caption: { fontSize: "0.893rem", lineHeight: 1.45 },
    overline: {
      fontSize: "0.857rem",
      lineHeight: 1.4,
      fontWeight: 600,
      letterSpacing: "0.02em",
      textTransform: "none",
    },
    button: { fontSize: "1rem", lineHeight: 1.5, fontWeight: 550, textTransform: "none" },
  },
  components,
});
