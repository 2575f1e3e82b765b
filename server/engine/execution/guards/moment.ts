import { addDuration, isDate, localDay } from "../../time/calendar.ts";
import { isDuration } from "../../time/duration.ts";
import { type Looked, look, type RuleInput } from "../rule-input.ts";

/** A day as rules write it: `today`, a date, or the path of one, with offsets behind it (`case.endOn+P6M-P1D`). */
export interface Moment {
  /** `today`, an ISO date, or a path. */
  readonly base: string;
  readonly offsets: readonly string[];
}

const MOMENT = /^(today|\d{4}-\d{2}-\d{2}|[A-Za-z]\w*(?:\.\w+)+)((?:[+-]P[0-9A-Z.]+)*)$/;

/** Reads a moment; null when it is not written as one. */
export function parseMoment(written: unknown): Moment | null {
  const [, base, offsets = ""] = typeof written === "string" ? (MOMENT.exec(written) ?? []) : [];
  if (base === undefined) return null;
  const list = offsets.match(/[+-]P[0-9A-Z.]+/g) ?? [];
  return list.every(isDuration) ? { base, offsets: list } : null;
}

/** The local day of a moment: not known while its form is not filled in, undefined when the field is empty. */
export function dayOf(moment: Moment, input: RuleInput): Looked {
  const found: Looked = isDate(moment.base) ? { known: true, value: moment.base } : look(moment.base, input);
  if (!found.known || typeof found.value !== "string") return found.known ? { known: true, value: undefined } : found;
  try {
    const start = isDate(found.value) ? found.value : localDay(found.value, input.timeZone);
    return { known: true, value: moment.offsets.reduce((day, offset) => addDuration(day, offset, input), start) };
  } catch {
    return { known: true, value: undefined };
  }
}
