import { inLanguage, type Text } from "../../plugin-api/text.ts";
import type { Office } from "../changes/office.ts";
import { refreshNamesEffect } from "../records/naming/refresh-names.ts";
import type { KeptIncident } from "./incident.ts";

const engineActions: { readonly [action: string]: Text } = {
  create: { fr: "Création d’une fiche", en: "Creating a record" },
  send: { fr: "Envoi d’un événement à un autre dossier", en: "Sending an event to another case" },
  update: { fr: "Mise à jour d’une autre fiche", en: "Updating another record" },
  task: { fr: "Création d’une tâche", en: "Creating a task" },
  [refreshNamesEffect]: {
    fr: "Mise à jour d’un nom dans les autres fiches",
    en: "Updating a name in other records",
  },
};

/** What could not be done, in words: the same for all incidents of a kind. */
export function incidentTitle(
  { registry, actions }: Pick<Office, "registry" | "actions">,
  { kind }: Pick<KeptIncident, "kind">,
): Text {
  const [source = "", name = "", delay = ""] = kind.split(":");
  if (source === "effect") return engineActions[name] ?? actions()[name]?.title ?? name;
  const title = registry.type(name)?.compiled?.definition.delays?.[delay]?.title;
  const inWords = (language: "fr" | "en") => (title === undefined ? delay : inLanguage(title, language));
  return { fr: `Échéance « ${inWords("fr")} »`, en: `Deadline “${inWords("en")}”` };
}
