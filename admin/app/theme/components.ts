import type { Theme } from "@mui/material/styles";
import { type ComponentLooks, fieldComponents } from "./field-components.ts";
import { page } from "./page-styles.ts";

/** How each part of Material UI looks here: hairlines instead of shadows, words instead of capitals. */
export const components: ComponentLooks = {
  ...fieldComponents,
  MuiCssBaseline: { styleOverrides: page },
  MuiButtonBase: { defaultProps: { disableRipple: true } },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: {
        minHeight: 36,
        padding: "6px 14px",
        whiteSpace: "nowrap",
        "@media (max-width:599.95px)": { minHeight: 44 },
      },
      sizeSmall: { minHeight: 30, padding: "3px 10px", fontSize: "0.929rem" },
      outlined: ({ theme }) => ({
        borderColor: theme.vars.palette.outline,
        color: theme.vars.palette.text.primary,
        backgroundColor: theme.vars.palette.background.paper,
        "&:hover": { backgroundColor: theme.vars.palette.ground.hover, borderColor: theme.vars.palette.text.secondary },
        "&.Mui-disabled": { borderColor: theme.vars.palette.divider, color: theme.vars.palette.text.disabled },
      }),
    },
  },
  MuiIconButton: { styleOverrides: { root: { borderRadius: 8, padding: 8 }, sizeSmall: { padding: 5 } } },
  MuiPaper: {
    styleOverrides: {
      root: { backgroundImage: "none" },
      outlined: ({ theme }) => ({ borderColor: theme.vars.palette.divider }),
    },
  },
  MuiCard: { defaultProps: { variant: "outlined" } },
  MuiMenu: { styleOverrides: { paper: ({ theme }) => floating(theme) } },
  MuiPopover: { styleOverrides: { paper: ({ theme }) => floating(theme) } },
  MuiMenuItem: { styleOverrides: { root: { minHeight: 36, borderRadius: 6, margin: "0 4px", fontSize: "1rem" } } },
  MuiDialog: { styleOverrides: { paper: ({ theme }) => floating(theme) } },
  MuiDialogTitle: { styleOverrides: { root: { fontSize: "1.286rem", fontWeight: 650, padding: "20px 24px 8px" } } },
  // A long button takes a second line there: a dialog is narrow on a phone.
  MuiDialogContent: { styleOverrides: { root: { "& .MuiButton-root": { whiteSpace: "normal" } } } },
  MuiDialogActions: { styleOverrides: { root: { padding: "12px 24px 20px", gap: 4 } } },
  MuiChip: {
    styleOverrides: {
      root: { borderRadius: 6, fontSize: "0.929rem", height: 28 },
      sizeSmall: { height: 22, fontSize: "0.893rem" },
    },
  },
  MuiTooltip: {
    defaultProps: { enterDelay: 300 },
    styleOverrides: { tooltip: { fontSize: "0.893rem", fontWeight: 450, padding: "6px 10px" } },
  },
  MuiLink: { defaultProps: { underline: "hover" }, styleOverrides: { root: { textUnderlineOffset: 3 } } },
  MuiTabs: { styleOverrides: { root: { minHeight: 40 }, indicator: { height: 2, borderRadius: 2 } } },
  MuiTab: { styleOverrides: { root: { minHeight: 40, minWidth: 0, padding: "8px 12px", fontWeight: 550 } } },
  MuiTableCell: {
    styleOverrides: {
      root: ({ theme }) => ({ borderColor: theme.vars.palette.divider, padding: "8px 12px", fontSize: "1rem" }),
      head: ({ theme }) => ({ color: theme.vars.palette.text.secondary, fontWeight: 550, fontSize: "0.929rem" }),
    },
  },
  MuiAlert: {
    defaultProps: { variant: "standard" },
    styleOverrides: {
      root: ({ theme, ownerState: { severity = "info" } }) => ({
        borderRadius: 8,
        alignItems: "center",
        color: theme.vars.palette.text.primary,
        backgroundColor: theme.vars.palette[severity].light,
        "& .MuiAlert-icon": { color: theme.vars.palette[severity].main },
      }),
      message: { fontSize: "1rem" },
    },
  },
  MuiListItemIcon: { styleOverrides: { root: { minWidth: 32, color: "inherit" } } },
};

function floating(theme: Pick<Theme, "vars">) {
  return {
    backgroundImage: "none",
    border: `1px solid ${theme.vars.palette.divider}`,
    boxShadow: "0 8px 28px rgb(30 25 15 / 0.14), 0 2px 6px rgb(30 25 15 / 0.06)",
  };
}
