import { DomainError } from "../domain-error.ts";

export const noMatcher = (type: string) =>
  new DomainError({
    kind: "not-found",
    code: "no-matcher",
    message: {
      fr: `Rien ne rapproche les fiches « ${type} » d’autres fiches : l’extension est absente ou désactivée.`,
      en: `Nothing matches “${type}” records with others: the plugin is missing or switched off.`,
    },
  });

export const matchesForbidden = () =>
  new DomainError({
    kind: "forbidden",
    code: "matches-forbidden",
    message: {
      fr: "Ces rapprochements s’appuient sur des informations que votre rôle ne donne pas à lire.",
      en: "These matches rest on information that your role does not let you read.",
    },
  });

export const wrongLimit = () =>
  new DomainError({
    kind: "malformed",
    code: "wrong-limit",
    message: { fr: "Demandez de 1 à 100 résultats.", en: "Ask for 1 to 100 results." },
    errors: { limit: { fr: "Un nombre entier de 1 à 100.", en: "A whole number from 1 to 100." } },
  });
