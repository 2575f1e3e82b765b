import { RE2JS } from "re2js";

/**
 * A regular expression whose time grows with the text alone, whatever the pattern: one of a definition can hold up no
 * process. It knows neither lookaround nor references to groups, nor repetitions of more than 1000.
 *
 * @throws Error when the pattern cannot be run so.
 */
export function linearPattern(pattern: string): { test(text: string): boolean } {
  return RE2JS.compile(RE2JS.translateRegExp(pattern));
}

/** Whether {@link linearPattern} takes it, and browsers do. */
export function isLinearPattern(pattern: string): boolean {
  try {
    linearPattern(pattern);
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}
