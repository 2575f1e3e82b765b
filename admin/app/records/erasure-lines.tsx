import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";

/** What an erasure takes, or leaves, a sentence a line. Nothing when there is none. */
export function ErasureLines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Box sx={{ mb: 2 }}>
      <Typography variant="h3" component="h3">
        {title}
      </Typography>
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
    </Box>
  );
}
