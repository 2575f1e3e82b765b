import { DomainError } from "../domain-error.ts";

export const unknownAction = (action: string) =>
  new DomainError({
    kind: "unavailable",
    code: "unknown-action",
    message: {
      fr: `L'action « ${action} » n'existe pas, ou son extension est désactivée. Activez-la, ou corrigez la définition.`,
      en: `There is no action "${action}", or its plugin is switched off. Switch it on, or correct the definition.`,
    },
  });

export const malformedAction = (action: string, expected: string) =>
  new DomainError({
    kind: "invalid",
    code: "malformed-action",
    message: {
      fr: `L'action « ${action} » d'une définition attend ${expected}.`,
      en: `The action "${action}" of a definition takes ${expected}.`,
    },
  });
