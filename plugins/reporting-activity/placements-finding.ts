import type { Language } from "../../server/plugin-api/index.ts";
import { type Period, wholeMonths } from "./period.ts";
import { dayInWords, figure, say } from "./sentences.ts";

/** Below this many, a change in percent says nothing. */
const enoughToCompare = 5;

/**
 * The finding as a sentence: “144 placements en 18 mois, +12 %”, compared with the period of the same length before;
 * `before` is null where the records do not reach back over the whole of that.
 */
export function placementsFinding(
  { period, total, before }: { readonly period: Period; readonly total: number; readonly before: number | null },
  language: Language,
): string {
  const months = wholeMonths(period);
  const [from, to] = [dayInWords(language, period.from), dayInWords(language, period.to)];
  const when =
    months === null
      ? say(language, { fr: `du ${from} au ${to}`, en: `from ${from} to ${to}` })
      : say(language, { fr: `en ${months} mois`, en: `in ${months} ${months === 1 ? "month" : "months"}` });
  const placements = `${figure(language, total)} ${total > 1 ? "placements" : "placement"}`;
  if (before === null || before < enoughToCompare) return `${placements} ${when}`;
  const change = Math.round(((total - before) / before) * 100);
  const percent = new Intl.NumberFormat(language, { style: "percent", signDisplay: "exceptZero" }).format(change / 100);
  return `${placements} ${when}, ${percent}`;
}
