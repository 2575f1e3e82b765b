import { DomainError } from "../domain-error.ts";

export const unknownExporter = (id: string) =>
  new DomainError({
    kind: "not-found",
    code: "unknown-exporter",
    message: {
      fr: `Le document « ${id} » n’existe pas, ou n’est plus proposé.`,
      en: `The document “${id}” does not exist, or is not offered any more.`,
    },
  });

export const exporterForbidden = () =>
  new DomainError({
    kind: "forbidden",
    code: "exporter-forbidden",
    message: {
      fr: "Votre rôle ne donne pas accès à ce document. Demandez-le à l’administrateur.",
      en: "Your role does not read this document. Ask the administrator.",
    },
  });
