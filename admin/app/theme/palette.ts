import type { PaletteOptions } from "@mui/material/styles";
import { darkStages, lightStages, type StagePalette } from "./stage-palette.ts";

declare module "@mui/material/styles" {
  interface CssThemeVariables {
    enabled: true;
  }
  interface Palette {
    /** The paper that lies under everything, the quiet ground of a heading, and what a row is while pointed at. */
    readonly ground: { readonly paper: string; readonly quiet: string; readonly hover: string };
    /** The border of something to type in: 3:1 on its surface. */
    readonly outline: string;
    readonly stage: StagePalette;
  }
  interface PaletteOptions {
    readonly ground?: { readonly paper: string; readonly quiet: string; readonly hover: string };
    readonly outline?: string;
    readonly stage?: StagePalette;
  }
}

/** Warm paper, deep teal-blue, and one warm accent for what needs someone now. */
export const lightPalette: PaletteOptions = {
  primary: { main: "#0d5468", dark: "#083f4f", light: "#dcecf0", contrastText: "#ffffff" },
  secondary: { main: "#a8480f", dark: "#86380a", light: "#fbe9dc", contrastText: "#ffffff" },
  error: { main: "#b3261e", dark: "#8c1d18", light: "#fbe9e7", contrastText: "#ffffff" },
  warning: { main: "#8a5a00", dark: "#6b4600", light: "#fbf0d6", contrastText: "#ffffff" },
  success: { main: "#2a6b35", dark: "#1f5228", light: "#e5f2e5", contrastText: "#ffffff" },
  info: { main: "#0d5468", dark: "#083f4f", light: "#dcecf0", contrastText: "#ffffff" },
  background: { default: "#f7f5f1", paper: "#ffffff" },
  text: { primary: "#22201c", secondary: "#5d574e", disabled: "#837c71" },
  divider: "#e5e0d7",
  ground: { paper: "#f7f5f1", quiet: "#f1eee8", hover: "#f6f3ee" },
  outline: "#8d867a",
  stage: lightStages,
};

/** The same on a dark ground: lighter words, deeper grounds, the same contrast. */
export const darkPalette: PaletteOptions = {
  primary: { main: "#7cc4d6", dark: "#a5d8e5", light: "#15333c", contrastText: "#06222a" },
  secondary: { main: "#f2a56b", dark: "#f7c39b", light: "#45280f", contrastText: "#2b1400" },
  error: { main: "#f2998f", dark: "#f7bcb5", light: "#4a1e1a", contrastText: "#3a0906" },
  warning: { main: "#e8bd62", dark: "#f1d397", light: "#41300b", contrastText: "#2d1f00" },
  success: { main: "#8fcf96", dark: "#b5dfb9", light: "#1d3921", contrastText: "#06240b" },
  info: { main: "#7cc4d6", dark: "#a5d8e5", light: "#15333c", contrastText: "#06222a" },
  background: { default: "#161513", paper: "#1f1d1a" },
  text: { primary: "#f0ede7", secondary: "#b8b1a5", disabled: "#8b857a" },
  divider: "#36322c",
  ground: { paper: "#161513", quiet: "#272420", hover: "#282521" },
  outline: "#8b8478",
  stage: darkStages,
};
