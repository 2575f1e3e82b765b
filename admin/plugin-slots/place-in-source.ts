import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";

/**
 * The line of a plugin's own source that an error comes from, `plugins/calendar/admin.tsx:12`, read in the map that is
 * built with its script. Null where the error comes from elsewhere, or there is no map.
 */
export async function placeInSource(error: Error): Promise<string | null> {
  const [, script, line, column] =
    /(https?:\/\/[^\s()]+\/plugins\/[^/\s]+\/admin\.js)[^\s():]*:(\d+):(\d+)/.exec(error.stack ?? "") ?? [];
  if (script === undefined) return null;
  const answer = await fetch(`${script}.map`);
  if (!answer.ok) return null;
  const map = new TraceMap(await answer.text());
  const found = originalPositionFor(map, { line: Number(line), column: Number(column) - 1 });
  const file = /plugins\/.*/.exec(found.source ?? "")?.[0];
  return file === undefined ? null : `${file}:${found.line}`;
}
