import type { DrillDown } from "../../../server/plugin-api/contributions/index.ts";

/** Where the records behind a figure are listed: those of its own column, else those of its row; null when nobody may see them. */
export function drillPath(row: { readonly [column: string]: unknown }, column: string): string | null {
  const own = member(row["drills"], column);
  const drill = isDrill(own) ? own : row["drill"];
  return isDrill(drill) ? `/${drill.type}?filter=${encodeURIComponent(JSON.stringify(drill.filter))}` : null;
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function isDrill(value: unknown): value is DrillDown {
  return typeof value === "object" && value !== null && "type" in value && "filter" in value;
}
