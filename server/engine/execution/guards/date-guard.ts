import type { Language } from "../../../plugin-api/text.ts";
import { say } from "../../language/say.ts";
import { fieldNamed } from "../rule-input.ts";
import { blocked, open, reasonFor } from "./blocked.ts";
import type { GuardKind, ParamProblem } from "./guard-kind.ts";
import { dayOf, parseMoment } from "./moment.ts";

const COMPARISONS = {
  before: (day: string, than: string) => day < than,
  onOrBefore: (day: string, than: string) => day <= than,
  onOrAfter: (day: string, than: string) => day >= than,
  after: (day: string, than: string) => day > than,
};

/**
 * `date`: the day at `field` lies `is` (before, onOrBefore, onOrAfter, after) the day `than`. `missing: "pass"` lets an
 * empty date through; by default it blocks.
 */
export const dateGuard: GuardKind = {
  evaluate(params, { input }) {
    const field = parseMoment(params.field);
    const than = parseMoment(params["than"]);
    const { is } = params;
    if (field === null || than === null || !isComparison(is)) throw new Error("its parameters are wrong");
    const [day, limit] = [dayOf(field, input), dayOf(than, input)];
    if (!day.known || !limit.known) return open("date", null);
    const named = fieldNamed(field.base);
    const name = named ?? field.base;
    if (typeof day.value !== "string" || typeof limit.value !== "string") {
      if (params["missing"] === "pass") return open("date", true);
      const missing = typeof day.value === "string" ? than.base : name;
      const message = say(input.language, "rule.date-missing", { field: missing });
      return blocked("date", [reasonFor(params, input, { code: "date-missing", message, field: named })], {
        actual: null,
      });
    }
    const seen = { expected: `${is} ${limit.value}`, actual: day.value };
    if (COMPARISONS[is](day.value, limit.value)) return open("date", true, seen);
    const values = { date: written(limit.value, input.language), actual: written(day.value, input.language) };
    const message = say(input.language, `rule.date.${is}`, { field: name, date: values.date });
    return blocked("date", [reasonFor(params, input, { code: "date", message, field: named, values })], seen);
  },
  problems(params) {
    return [
      ...momentProblems("field", params.field),
      ...(isComparison(params["is"]) ? [] : [{ param: "is", value: params["is"] }]),
      ...momentProblems("than", params["than"]),
    ];
  },
};

function momentProblems(param: string, value: unknown): readonly ParamProblem[] {
  if (value === undefined) return [{ param }];
  return parseMoment(value) === null ? [{ param, value }] : [];
}

function isComparison(is: unknown): is is keyof typeof COMPARISONS {
  return typeof is === "string" && Object.hasOwn(COMPARISONS, is);
}

/** A day as its reader writes it. */
function written(day: string, language: Language): string {
  const [year, month, date] = day.split("-");
  return language === "fr" ? `${date}/${month}/${year}` : day;
}
