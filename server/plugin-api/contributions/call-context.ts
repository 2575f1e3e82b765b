import type { JsonObject } from "../json.ts";
import type { Language } from "../text.ts";
import type { RecordAccess } from "./record-access.ts";

/** What every call of a plugin's code is given. `Config` is what the plugin's own `config` schema types. */
export interface CallContext<Config = JsonObject> {
  readonly signal: AbortSignal;
  /** UTC ISO-8601. */
  readonly now: string;
  /** Local day of the office, ISO. */
  readonly today: string;
  readonly language: Language;
  /** The settings in force, defaults filled in. */
  readonly config: Config;
  readonly records: RecordAccess;
  /**
   * What the values of a field are called in the reader's language, in the order of the definition: the labels of an
   * enum, the stages of `stage`, the staff of `assigneeId`. Empty for any other field.
   */
  readonly labels: (type: string, field: string) => Promise<{ readonly [value: string]: string }>;
  readonly log: (message: string, details?: JsonObject) => void;
}
