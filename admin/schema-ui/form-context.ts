import { createContext, useContext } from "react";

/** What every field of a form knows of the form it stands in. */
export interface FormSetting {
  /** Begins the ids of the form's fields. */
  readonly formId: string;
  /** Fields that are shown but cannot be changed by this reader. */
  readonly untouchable: ReadonlySet<string>;
  /** Keeps the form from being sent until what a field is still at, such as sending a file, is done. */
  readonly hold: (work: Promise<void>) => Promise<void>;
}

/** The form around a field; outside of one, nothing is held and everything may be changed. */
export const FormSettingContext = createContext<FormSetting>({
  formId: "form",
  untouchable: new Set(),
  hold: (work) => work,
});

/** The id of the field at that path, so that a summary of errors can jump to it. */
export function fieldId(formId: string, path: string): string {
  return `${formId}-${path.replaceAll(".", "-")}`;
}

/** The form that the field stands in. */
export function useFormSetting(): FormSetting {
  return useContext(FormSettingContext);
}
