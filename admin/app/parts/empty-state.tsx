import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** Why, in a sentence. */
  readonly children?: ReactNode;
  /** What to do next. */
  readonly action?: ReactNode;
}

/** Nothing is here: why, and what to do next. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <Box
      sx={{ display: "flex", flexDirection: "column", alignItems: "center", textAlign: "center", gap: 1, px: 2, py: 6 }}
    >
      {icon ? (
        <Box aria-hidden sx={{ color: "text.disabled", display: "flex", "& svg": { fontSize: 36 } }}>
          {icon}
        </Box>
      ) : null}
      <Typography variant="h2" component="p">
        {title}
      </Typography>
      {children ? <Typography sx={{ color: "text.secondary", maxWidth: 440 }}>{children}</Typography> : null}
      {action ? <Box sx={{ mt: 1 }}>{action}</Box> : null}
    </Box>
  );
}
