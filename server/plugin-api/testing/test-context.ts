import type { TSchema } from "@sinclair/typebox";
import type { CallContext, ExportContext, ReaderRecords, RecordAccess } from "../contributions/index.ts";
import type { DataSchema } from "../data-schema.ts";
import type { ConfigOf, Plugin } from "../define-plugin.ts";
import type { Json, JsonObject } from "../json.ts";
import { createMemoryRecords } from "./memory-records.ts";

/** A call's context for tests: noon of a fixed day, in French, the plugin's settings as its schema has them. */
export function testContext<Config extends TSchema>(
  plugin: Plugin<Config>,
  records: RecordAccess = createMemoryRecords({}),
  given: Partial<CallContext<ConfigOf<Config>>> = {},
): CallContext<ConfigOf<Config>> {
  const today = given.today ?? "2026-03-31";
  return {
    signal: new AbortController().signal,
    now: `${today}T10:00:00.000Z`,
    today,
    language: "fr",
    config: defaultsOf(JSON.parse(JSON.stringify(plugin.config ?? {})) as DataSchema) as ConfigOf<Config>,
    records,
    labels: async () => ({}),
    log: () => undefined,
    ...given,
  };
}

/** The same for an exporter, for a reader who may read these records. */
export function exportContext<Config extends TSchema>(
  plugin: Plugin<Config>,
  records: ReaderRecords,
  given: Partial<ExportContext<ConfigOf<Config>>> = {},
): ExportContext<ConfigOf<Config>> {
  const { records: _, ...context } = testContext(plugin);
  return { ...context, records, office: { name: "Office", timeZone: "Europe/Paris" }, ...given };
}

function defaultsOf(schema: DataSchema): JsonObject {
  const settings: Record<string, Json> = {};
  for (const [field, part] of Object.entries(schema.properties ?? {})) {
    if (part.default !== undefined) settings[field] = part.default;
    else if (part.properties) settings[field] = defaultsOf(part);
  }
  return settings;
}
