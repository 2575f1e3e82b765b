import type { NamedDifference, NamedLine, NamedShadowRun } from "../../answers/named-shadow-run.ts";
import type { PluginImpact, PluginListing } from "../../api-types.ts";
import { idParameter, json, jsonBody, operation, type PathItem, queryParameter, type Told } from "../operation.ts";
import { closed, data, day, flag, instant, integer, list, nullable, oneOf, servedSchema, text } from "../shape.ts";

const does = (told: Omit<Told, "tag">) =>
  operation({ tag: "administration", ...told, parameters: [...idParameter, ...(told.parameters ?? [])] });

const contributions = list({ type: "object", required: ["kind", "id", "title", "health"] });

const listing = closed<PluginListing>({
  id: text,
  title: text,
  description: text,
  version: nullable(text),
  package: nullable(text),
  status: oneOf("active", "disabled", "waiting", "broken"),
  reason: nullable(text),
  isGone: flag,
  enabled: flag,
  config: data,
  configSchema: nullable(servedSchema),
  contributions,
  usage: nullable(data),
  beside: nullable(
    closed<NonNullable<PluginListing["beside"]>>({
      version: nullable(text),
      isNext: flag,
      reason: nullable(text),
      config: data,
      configSchema: nullable(servedSchema),
      contributions,
    }),
  ),
});

const named = list(closed<PluginImpact["reports"][number]>({ id: text, title: text }));
const impact = closed<PluginImpact>({
  workflows: list(
    closed<PluginImpact["workflows"][number]>({ id: text, title: text, uses: list(text), activeCases: integer }),
  ),
  types: list(closed<PluginImpact["types"][number]>({ id: text, title: text, records: integer })),
  reports: named,
  matchers: named,
  finders: named,
  channels: named,
  exporters: named,
  pages: named,
  widgets: named,
  dependents: list(text),
});

const line = closed<NamedLine>({
  text,
  record: nullable(closed<NonNullable<NamedLine["record"]>>({ type: text, id: text })),
  why: list(text),
  name: nullable(text),
});

const shadowRun = closed<NamedShadowRun>({
  compared: integer,
  differing: integer,
  failed: closed<NamedShadowRun["failed"]>({ before: integer, after: integer }),
  records: integer,
  of: integer,
  next: nullable(text),
  differences: list(
    closed<NamedDifference>({
      type: text,
      id: text,
      displayName: text,
      at: nullable(instant),
      action: nullable(text),
      change: oneOf("blocks", "passes", "reasons", "first", "others", "scores", "fails"),
      before: list(line),
      after: list(line),
    }),
  ),
});

/** `after` is the `next` of the answer before; `past` an office day, for the decisions since then. */
const shadowBody = {
  kind: oneOf("matcher", "guard"),
  contribution: text,
  version: text,
  beside: text,
  past: day,
  after: text,
};

/** What there is of plugins, what it brings, how it is set: for administrators. */
export const pluginPaths: { readonly [path: string]: PathItem } = {
  "/plugins": {
    get: operation({ tag: "administration", summary: "Plugins, broken ones too", answer: json(list(listing)) }),
  },
  "/plugins/{id}": {
    put: does({
      summary: "Switch a plugin on or off, change its settings, put its other version in force",
      body: jsonBody({ enabled: flag, config: data, version: text }),
      answer: json(listing),
    }),
    delete: does({
      summary: "Take a plugin that is gone off the list, its settings kept or forgotten",
      parameters: [queryParameter("settings", "What becomes of them", oneOf("keep", "forget"))],
      answer: { status: "204" },
    }),
  },
  "/plugins/{id}/retry": {
    post: does({ summary: "Call again what was set aside for failing", answer: json(listing) }),
  },
  "/plugins/{id}/shadow": {
    post: does({
      summary: "Run a matcher or guard beside the one in force, and list the differences",
      body: jsonBody({ ...shadowBody, config: data }, ["kind", "contribution"]),
      answer: json(shadowRun),
    }),
  },
  "/plugins/{id}/impact": { get: does({ summary: "What stops working without the plugin", answer: json(impact) }) },
};
