import Box from "@mui/material/Box";

const hangers = [60, 120, 180, 240, 300, 360, 420, 480, 540];

/** A footbridge in a few lines: what the product is named after. */
export function Bridge() {
  return (
    <Box
      component="svg"
      aria-hidden
      viewBox="0 0 600 200"
      preserveAspectRatio="xMidYMax slice"
      sx={{
        display: { xs: "none", md: "block" },
        position: "absolute",
        insetInline: 0,
        bottom: 0,
        width: "100%",
        height: 220,
        opacity: 0.32,
      }}
    >
      <g fill="none" stroke="#fff" strokeWidth="2" strokeLinecap="round">
        <path d="M-20 150H620M-20 158H620" />
        <path d="M0 150C90 -10 510 -10 600 150" strokeWidth="3" />
        {hangers.map((x) => (
          <path key={x} d={`M${x} 150V${150 - 480 * (x / 600) * (1 - x / 600)}`} strokeWidth="1.200" />
        ))}
        <path
          d="M-20 184q20-8 40 0t40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0"
          strokeWidth="1.500"
          opacity=".7"
        />
      </g>
      <circle cx="420" cy="136" r="6" fill="#f2a56b" />
      <path d="M420 143v7" stroke="#f2a56b" strokeWidth="4" strokeLinecap="round" />
    </Box>
  );
}
