import { localDay } from "../engine/time/calendar.ts";
import type { CallContext, RecordAccess } from "../plugin-api/contributions.ts";
import type { JsonObject } from "../plugin-api/json.ts";
import type { Language } from "../plugin-api/text.ts";

export interface CallContextSource {
  /** UTC ISO-8601. */
  readonly clock: () => string;
  /** IANA name of the office's time zone. */
  readonly timeZone: () => string;
  readonly records: () => RecordAccess;
  readonly labels: (type: string, field: string, language: Language) => ReturnType<CallContext["labels"]>;
  readonly log: (message: string, details: JsonObject) => void;
}

export interface PluginCall {
  readonly plugin: string;
  readonly contribution: string;
  readonly config: JsonObject;
  readonly language: Language;
  readonly signal: AbortSignal;
}

/** What one call of a plugin's code may use. */
export function callContext(source: CallContextSource, call: PluginCall): CallContext {
  const now = source.clock();
  const { plugin, contribution, config, language, signal } = call;
  return {
    signal,
    now,
    today: localDay(now, source.timeZone()),
    language,
    config,
    records: source.records(),
    labels: (type, field) => source.labels(type, field, language),
    log: (message, details = {}) => source.log(message, { ...details, plugin, contribution }),
  };
}
