import type { form as french } from "../fr/form.ts";
import type { Words } from "../words.ts";

export const form: Words<typeof french> = {
  optional: "optional",
  colon: ": ",
  yes: "Yes",
  no: "No",
  choose: "Choose…",
  noChoice: "No choice matches",
  findRecord: "Search…",
  noRecord: "Nothing matches",
  wordsHelp: "Press Enter after each word.",
  datePlaceholder: "dd/mm/yyyy",
  pickDate: "Pick from the calendar",
  time: "Time",
  communeHelp: "Type the postal code or the beginning of the name",
  chooseFile: "Choose a file",
  replaceFile: "Replace",
  removeFile: "Remove the file",
  openFile: "Open the file",
  addRow: "Add: %{label}",
  removeRow: "Remove row %{number}",
  brokenJson: "This text is not JSON.",
  wrong: "One thing needs another look |||| %{smart_count} things need another look",
  save: "Save",
  cancel: "Cancel",
  saved: "Saved",
};
