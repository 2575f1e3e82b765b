import { sameJson } from "../../engine/execution/merge-data.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { invalidRecord } from "./record-errors.ts";

/**
 * Refuses a body that sets what only the office sets. What it repeats unchanged is left alone.
 *
 * @throws DomainError `system-field`, with each field that differs.
 */
export function requireUnchanged(type: PublishedType, system: JsonObject, current: JsonObject): void {
  const changed = Object.keys(system).filter((field) => {
    if (field === "displayName" || field === "version" || (field === "assigneeId" && type.kind === "workflow"))
      return false;
    return !sameJson(system[field], current[field] ?? null);
  });
  if (changed.length > 0) {
    throw invalidRecord(Object.fromEntries(changed.map((field) => [field, messageOf(field)])), [], "system-field");
  }
}

function messageOf(field: string): { readonly fr: string; readonly en: string } {
  if (field === "stage" || field === "state" || field === "status") {
    return {
      fr: "L’étape change par une action du dossier, pas par une modification.",
      en: "The stage changes by an action of the case, not by an edit.",
    };
  }
  return { fr: "Ce champ est tenu par l’application.", en: "This field is kept by the application." };
}
