/** The kinds of contributions whose names no two plugins may share. */
export const keyedKinds = [
  "guards",
  "actions",
  "matchers",
  "finders",
  "reports",
  "channels",
  "importers",
  "exporters",
  "samples",
] as const;
