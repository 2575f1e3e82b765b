import { type Logger, pino } from "pino";
import { loggedError } from "./http/logged-error.ts";
import type { Settings } from "./settings.ts";

/** Lines of JSON on standard error, without what an error carries of records or people. */
export function standardErrorLogger({ logLevel }: Pick<Settings, "logLevel">): Logger {
  return pino({ level: logLevel, serializers: { err: loggedError } }, pino.destination(2));
}
