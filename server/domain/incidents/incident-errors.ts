import { DomainError } from "../domain-error.ts";

export const unknownIncident = () =>
  new DomainError({
    kind: "not-found",
    code: "unknown-incident",
    message: {
      fr: "Cet incident n’existe pas. Revenez à la liste des incidents.",
      en: "There is no such incident. Go back to the list of incidents.",
    },
  });

export const incidentResolved = () =>
  new DomainError({
    kind: "conflict",
    code: "incident-resolved",
    message: {
      fr: "Quelqu’un a déjà traité cet incident. Rechargez la liste.",
      en: "Somebody has dealt with this incident already. Reload the list.",
    },
  });
