import Box from "@mui/material/Box";

/** Where the hangers meet the arch, as parts of its curve. */
const hangers = [0.1, 0.18, 0.26, 0.34, 0.42, 0.5, 0.58, 0.66, 0.74, 0.82, 0.9].map(onArch);

/** A footbridge in a few lines, and someone who crosses it: what the product is named after. */
export function Bridge() {
  return (
    <Box
      component="svg"
      aria-hidden
      viewBox="0 0 600 210"
      preserveAspectRatio="xMidYMax slice"
      sx={{
        display: { xs: "none", md: "block" },
        position: "absolute",
        insetInline: 0,
        bottom: 0,
        width: "100%",
        height: 230,
      }}
    >
      <g fill="none" stroke="#fff" strokeWidth="2" strokeLinecap="round" opacity="0.3">
        <path d="M-20 150H620M-20 159H620" />
        <path d="M0 150C90 -10 510 -10 600 150" strokeWidth="3" />
        {hangers.map(({ x, y }) => (
          <path key={x} d={`M${x} 150V${y}`} strokeWidth="1.2" />
        ))}
        <path
          d="M-20 186q20-8 40 0t40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0"
          strokeWidth="1.5"
          opacity=".7"
        />
        <path
          d="M-40 200q20-8 40 0t40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0"
          strokeWidth="1.5"
          opacity=".45"
        />
      </g>
      <circle cx="420" cy="124" r="6.5" fill="#f2a56b" />
      <path d="M420 134v13" stroke="#f2a56b" strokeWidth="6" strokeLinecap="round" />
    </Box>
  );
}

/** A point of the arch (a cubic curve from bank to bank). */
function onArch(part: number): { readonly x: number; readonly y: number } {
  const rest = 1 - part;
  const at = (p0: number, p1: number, p2: number, p3: number) =>
    Math.round(rest ** 3 * p0 + 3 * rest ** 2 * part * p1 + 3 * rest * part ** 2 * p2 + part ** 3 * p3);
  return { x: at(0, 90, 510, 600), y: at(150, -10, -10, 150) };
}
