import { useContext } from "react";
import { useLanguage } from "../i18n/use-say.ts";
import { OfficeContext } from "../office/office-context.ts";
import { type DateSetting, dayOf } from "./format-date.ts";

/** How dates are told to this reader, here and now. */
export function useDateSetting(): DateSetting {
  const language = useLanguage();
  const office = useContext(OfficeContext);
  const timeZone = office?.timeZone ?? "Europe/Paris";
  return { language, timeZone, today: office?.today ?? dayOf(new Date().toISOString(), timeZone) };
}
