import type { ThemeOptions } from "@mui/material/styles";

/** How parts of Material UI look: the very type that `createTheme` takes, since comparing it with a like one costs the type check half a minute. */
export type ComponentLooks = NonNullable<ThemeOptions["components"]>;

/** Something to fill in: its label above it, its help under it, a border that can be seen. */
export const fieldComponents: ComponentLooks = {
  MuiFormControl: { styleOverrides: { root: { gap: 4 } } },
  MuiTextField: { defaultProps: { size: "small", fullWidth: true } },
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: {
      root: ({ theme }) => ({
        position: "static",
        transform: "none",
        maxWidth: "none",
        whiteSpace: "normal",
        pointerEvents: "auto",
        fontSize: "0.929rem",
        fontWeight: 550,
        lineHeight: 1.4,
        color: theme.vars.palette.text.primary,
        "&.Mui-focused": { color: theme.vars.palette.text.primary },
        "&.Mui-error": { color: theme.vars.palette.error.main },
      }),
    },
  },
  MuiFormLabel: {
    styleOverrides: {
      root: ({ theme }) => ({
        fontSize: "0.929rem",
        fontWeight: 550,
        color: theme.vars.palette.text.primary,
        "&.Mui-focused": { color: theme.vars.palette.text.primary },
      }),
      asterisk: { display: "none" },
    },
  },
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: ({ theme }) => ({
        backgroundColor: theme.vars.palette.background.paper,
        minHeight: 38,
        "@media (max-width:599.95px)": { minHeight: 44 },
        "& .MuiOutlinedInput-notchedOutline": { borderColor: theme.vars.palette.outline, top: 0 },
        "&:hover .MuiOutlinedInput-notchedOutline": { borderColor: theme.vars.palette.text.secondary },
        "&.Mui-focused .MuiOutlinedInput-notchedOutline": {
          borderColor: theme.vars.palette.primary.main,
          borderWidth: 2,
        },
        "&.Mui-disabled": { backgroundColor: theme.vars.palette.ground.quiet },
      }),
      notchedOutline: { "& legend": { display: "none" } },
      input: { padding: "7px 12px", height: "1.5em" },
      adornedStart: { paddingLeft: 12, "& > .MuiOutlinedInput-input": { paddingLeft: 0 } },
      multiline: { padding: "7px 12px" },
    },
  },
  MuiFormHelperText: { styleOverrides: { root: { margin: 0, fontSize: "0.893rem", lineHeight: 1.45 } } },
  MuiFormControlLabel: { styleOverrides: { root: { marginLeft: -8, marginRight: 24 }, label: { fontSize: "1rem" } } },
  MuiCheckbox: { styleOverrides: { root: ({ theme }) => ({ padding: 6, color: theme.vars.palette.outline }) } },
  MuiRadio: { styleOverrides: { root: ({ theme }) => ({ padding: 6, color: theme.vars.palette.outline }) } },
  MuiAutocomplete: {
    styleOverrides: {
      option: { minHeight: 36, borderRadius: 6, margin: "0 4px" },
      paper: ({ theme }) => ({
        border: `1px solid ${theme.vars.palette.divider}`,
        boxShadow: "0 8px 28px rgb(30 25 15 / 0.14)",
      }),
      inputRoot: { "&.MuiOutlinedInput-root.MuiInputBase-sizeSmall": { paddingTop: 3, paddingBottom: 3 } },
    },
  },
};
