/**
 * The line of a plugin's own source that an error comes from, `plugins/calendar/feed.ts:12`. Null where its stack names
 * none: the error was made by the office, or the plugin was built without a source map.
 */
export function placeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !error.stack) return null;
  const line = error.stack.split("\n").find((each) => each.includes("plugins/") && /:\d+:\d+\)?$/.test(each));
  const [, file, row] = /.*\b(plugins\/[^:?]+)(?:\?[^:]*)?:(\d+):\d+\)?$/.exec(line ?? "") ?? [];
  return file === undefined ? null : `${file}:${row}`;
}

/** What went wrong, and at which line of the plugin where it is known. */
export function failureOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const place = placeOf(error);
  return place === null ? message : `${message} – ${place}`;
}

/** The plugin that an error comes from, by its stack, and whether it is the next version of it. */
export function pluginOf(error: unknown): { readonly id: string; readonly isNext: boolean } | null {
  const [, id, next] = /plugins\/([^/]+?)(\.next)?\//.exec(placeOf(error) ?? "") ?? [];
  return id === undefined ? null : { id, isNext: next !== undefined };
}
