import { inLanguage, type Language } from "../../plugin-api/text.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";

/** What an event is called; its name made readable (`SEND_BACK`: “Send back”) where nobody has called it anything. */
export function eventTitle(workflow: Pick<CompiledWorkflow, "eventTitles">, event: string, language: Language): string {
  const title = workflow.eventTitles.get(event);
  if (title !== undefined) return inLanguage(title, language);
  const words = event
    .replace(/[_.-]+/g, " ")
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
