import { useGetMany } from "react-admin";
import type { FieldPlan } from "../../schema-ui/field-plan.ts";
import { formatMoney, formatNumber } from "../../schema-ui/text-formats.ts";
import { useCommunes } from "../../schema-ui/use-communes.ts";
import { useSuggested } from "../../schema-ui/use-suggested.ts";
import { useLanguage, useSay } from "../i18n/use-say.ts";
import { useOffice, useStaff } from "../office/use-office.ts";
import { formatDay, isDay } from "../parts/format-date.ts";
import { useDateSetting } from "../parts/use-date-setting.ts";

/** Tells the values of a filter in words: labels, names and dates instead of codes and ids. */
export function useTellFilterValue(plan: FieldPlan, values: readonly unknown[]): (value: unknown) => string {
  const say = useSay();
  const language = useLanguage();
  const setting = useDateSetting();
  const { user } = useOffice();
  const staff = useStaff();
  const ids = plan.reference ? values.filter((value) => typeof value === "string") : [];
  const { data: records } = useGetMany(plan.reference ?? "", { ids }, { enabled: ids.length > 0, retry: false });
  const [first] = values;
  const communes = useCommunes(plan.kind === "commune" && values.length > 0 ? { code: values.join(",") } : null);
  const { name: suggested, pending } = useSuggested(
    plan.kind === "suggest" ? plan.schema : {},
    typeof first === "string" ? first : "",
  );
  return (value) => {
    if (typeof value === "boolean") return say(value ? "form.yes" : "form.no");
    if (typeof value === "number")
      return plan.kind === "money" ? formatMoney(value, language) : formatNumber(value, language);
    const text = String(value);
    if (plan.reference) return nameOf(records?.find((record) => record?.id === text)) ?? "…";
    if (plan.kind === "staff")
      return text === user.id ? say("list.me") : (staff.find(({ id }) => id === text)?.name ?? text);
    if (plan.kind === "commune")
      return communes.find(({ code }) => code === text)?.name ?? (communes.length === 0 ? "…" : text);
    if (plan.kind === "suggest") return suggested ?? (pending ? "…" : text);
    if (isDay(text) || plan.kind === "date-time")
      return Number.isNaN(Date.parse(text)) ? text : formatDay(text, setting);
    return plan.choices.find((choice) => String(choice.value) === text)?.label ?? text;
  };
}

function nameOf(record: { readonly [field: string]: unknown } | undefined): string | undefined {
  const name = record?.["displayName"];
  return typeof name === "string" ? name : undefined;
}
