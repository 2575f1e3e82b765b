import Box from "@mui/material/Box";
import { Link } from "react-router";

/** The product's mark and the office's name: the way home. */
export function Brand({ name }: { readonly name: string }) {
  return (
    <Box
      component={Link}
      to="/"
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 1.25,
        px: 2,
        height: 56,
        flex: "none",
        color: "text.primary",
        textDecoration: "none",
      }}
    >
      <img src="/passerelle.svg" alt="" width={28} height={28} />
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ fontWeight: 650, letterSpacing: "-0.01em", lineHeight: 1.2 }}>Passerelle</Box>
        <Box
          sx={{
            fontSize: "0.857rem",
            color: "text.secondary",
            lineHeight: 1.3,
            overflow: "hidden",
            textOverflow: "ellipsis",
            whiteSpace: "nowrap",
          }}
        >
          {name}
        </Box>
      </Box>
    </Box>
  );
}
