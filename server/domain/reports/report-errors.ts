import type { Text } from "../../plugin-api/text.ts";
import { DomainError } from "../domain-error.ts";

export const unknownReport = (id: string) =>
  new DomainError({
    kind: "not-found",
    code: "unknown-report",
    message: {
      fr: `Le rapport « ${id} » n’existe pas, ou n’est plus proposé. Choisissez-en un dans la liste.`,
      en: `The report “${id}” does not exist, or is not offered any more. Choose one from the list.`,
    },
  });

export const reportsForbidden = () =>
  new DomainError({
    kind: "forbidden",
    code: "reports-forbidden",
    message: {
      fr: "Votre rôle ne donne pas accès aux rapports. Demandez-le à l’administrateur.",
      en: "Your role does not read reports. Ask the administrator.",
    },
  });

/** Parameters of a report that are unknown, unreadable, or do not fit each other. */
export const wrongReportParams = (errors: { readonly [param: string]: Text }) =>
  new DomainError({
    kind: "malformed",
    code: "wrong-report-params",
    message: {
      fr: `Le rapport ne peut pas être établi : corrigez ${Object.keys(errors).join(", ")}.`,
      en: `The report cannot be made: correct ${Object.keys(errors).join(", ")}.`,
    },
    errors,
  });

export const mailNotSetUp = () =>
  new DomainError({
    kind: "conflict",
    code: "mail-not-set-up",
    message: {
      fr: "Aucun serveur de courriel n’est configuré : demandez à l’administrateur d’indiquer SMTP_URL.",
      en: "No mail server is set up: ask the administrator to set SMTP_URL.",
    },
  });
