import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { PageSkeleton } from "../parts/skeletons.tsx";
import { railWidth } from "./rail.tsx";

const widths = [62, 79, 71, 88, 66, 83, 74, 91, 69];

/** The shape of the whole back office while the office is loaded. */
export function ShellSkeleton() {
  return (
    <Box sx={{ display: "flex", minHeight: "100vh" }}>
      <Box
        sx={{
          display: { xs: "none", md: "block" },
          width: railWidth,
          flex: "none",
          borderRight: 1,
          borderColor: "divider",
          p: 2,
        }}
      >
        <Skeleton variant="rounded" height={30} sx={{ mb: 4 }} />
        {widths.map((width) => (
          <Skeleton key={width} variant="text" height={30} width={`${width}%`} />
        ))}
      </Box>
      <Box sx={{ flex: 1 }}>
        <Box sx={{ height: 56, borderBottom: 1, borderColor: "divider" }} />
        <Box component="main" sx={{ p: 3 }}>
          <PageSkeleton />
        </Box>
      </Box>
    </Box>
  );
}
