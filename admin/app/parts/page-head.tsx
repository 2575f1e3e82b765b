import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useDocumentTitle } from "./use-document-title.ts";

interface PageHeadProps {
  readonly title: string;
  /** One line: what state the thing is in. */
  readonly line?: ReactNode;
  /** The page's one filled button, and quiet ones beside it. */
  readonly action?: ReactNode;
  /** A picture before the title. */
  readonly picture?: ReactNode;
  /** Where this page hangs, when it hangs deep. */
  readonly above?: ReactNode;
}

/** What every page begins with: its title as the one first-level heading, its state in one line, its action; on a phone the action stands below. */
export function PageHead({ title, line, action, picture, above }: PageHeadProps) {
  useDocumentTitle(title);
  return (
    <Box component="header" sx={{ mb: 2 }}>
      {above ? <Box sx={{ mb: 0.5 }}>{above}</Box> : null}
      <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 1.5 }}>
        <Box
          sx={{
            flex: { xs: "1 1 100%", sm: "1 1 240px" },
            minWidth: 0,
            display: "flex",
            alignItems: "center",
            gap: 1.5,
          }}
        >
          {picture}
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography variant="h1" sx={{ overflowWrap: "anywhere" }}>
              {title}
            </Typography>
            {line ? <Box sx={lineStyle}>{line}</Box> : null}
          </Box>
        </Box>
        {action ? <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>{action}</Box> : null}
      </Box>
    </Box>
  );
}

const lineStyle = {
  color: "text.secondary",
  mt: 0.5,
  display: "flex",
  flexWrap: "wrap",
  gap: 1,
  alignItems: "center",
} as const;
