import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { type ReactNode, useId } from "react";

interface SectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Without the inner margin: for tables and lists that go to the edge. */
  readonly flush?: boolean;
}

/** A white sheet with a heading: one part of a page. */
export function Section({ title, actions, children, flush = false }: SectionProps) {
  const id = useId();
  return (
    <Paper variant="outlined" component="section" aria-labelledby={id} sx={{ overflow: "hidden" }}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, px: 2, pt: 1.5, pb: flush ? 1 : 0 }}>
        <Typography id={id} variant="h2" sx={{ flex: 1 }}>
          {title}
        </Typography>
        {actions}
      </Box>
      <Box sx={flush ? {} : { px: 2, pb: 2, pt: 1 }}>{children}</Box>
    </Paper>
  );
}
