import { localDay } from "../engine/time/calendar.ts";
import type { CallContext, RecordAccess } from "../plugin-api/contributions/index.ts";
import type { JsonObject } from "../plugin-api/json.ts";
import type { Language } from "../plugin-api/text.ts";

/** What every call has of the office, whichever plugin is called. */
export interface CallContextSource {
  /** UTC ISO-8601. */
  readonly clock: () => string;
  /** IANA name of the office's time zone. */
  readonly timeZone: () => string;
  readonly labels: (type: string, field: string, language: Language) => ReturnType<CallContext["labels"]>;
  readonly log: (message: string, details: JsonObject) => void;
}

/** What one call has of its own. */
export interface PluginCall {
  readonly plugin: string;
  readonly contribution: string;
  readonly config: JsonObject;
  readonly records: RecordAccess;
  readonly language: Language;
  readonly signal: AbortSignal;
  /** The request that asks for it, as the log calls it. */
  readonly requestId?: string | undefined;
  /** The key of the effect that it carries out: the log of the background has it too. */
  readonly effect?: string | undefined;
}

/** What one call may write to the log. */
const linesOfLog = 50;

/** What one call of a plugin's code may use. */
export function callContext(source: CallContextSource, call: PluginCall): CallContext {
  const now = source.clock();
  const { plugin, contribution, config, records, language, signal, requestId, effect } = call;
  const about = { plugin, contribution, ...(effect && { effect }), ...(requestId && { requestId }) };
  let lines = 0;
  return {
    signal,
    now,
    today: localDay(now, source.timeZone()),
    language,
    config,
    records,
    labels: (type, field) => source.labels(type, field, language),
    log: (message, details = {}) => {
      lines += 1;
      if (lines <= linesOfLog) source.log(message, { ...details, ...about });
      if (lines === linesOfLog) source.log("Further lines of this call are left out", about);
    },
  };
}
