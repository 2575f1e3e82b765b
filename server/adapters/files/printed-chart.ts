import type { PrintedBar } from "../../plugin-api/contributions/index.ts";

/** Points of the page that a chart takes. */
const width = 515;
const height = 150;
const top = 14;
const foot = 16;
const labelSize = 6.5;
/** About how wide a character of that size is. */
const characterWidth = labelSize * 0.52;

/** Bars side by side as SVG, each with its figure above and its name below. */
export function printedChart(bars: readonly PrintedBar[], color: string): string {
  const highest = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const step = width / bars.length;
  const room = height - top - foot;
  const shapes = bars.map(({ label, value, figure }, index) => {
    const tall = ((value ?? 0) / highest) * room;
    const middle = (index + 0.5) * step;
    const above = top + room - tall;
    const bar = `<rect x="${middle - step * 0.38}" y="${above}" width="${step * 0.76}" height="${tall}" fill="${color}"/>`;
    return `${bar}${words(figure, { x: middle, y: above - 4, size: 8 })}${words(fitting(label, step), {
      x: middle,
      y: height - 5,
      size: labelSize,
    })}`;
  });
  const ground = `<line x1="0" y1="${top + room}" x2="${width}" y2="${top + room}" stroke="#51606f" stroke-width="0.5"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes.join("")}${ground}</svg>`;
}

function words(text: string, { x, y, size }: { readonly x: number; readonly y: number; readonly size: number }) {
  const place = `x="${x}" y="${y}" font-size="${size}"`;
  return `<text ${place} font-family="Roboto" text-anchor="middle">${escaped(text)}</text>`;
}

function fitting(label: string, room: number): string {
  const most = Math.max(3, Math.floor(room / characterWidth));
  return label.length <= most ? label : `${label.slice(0, most - 1)}…`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
