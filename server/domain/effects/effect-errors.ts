import { DomainError } from "../domain-error.ts";

export const unknownAction = (action: string) =>
  new DomainError({
    kind: "unavailable",
    code: "unknown-action",
    message: {
      fr: `L’action « ${action} » n’existe pas, ou son extension est désactivée. Activez-la, ou corrigez la définition.`,
      en: `There is no action "${action}", or its plugin is switched off. Switch it on, or correct the definition.`,
    },
  });

export const malformedAction = (action: string, expected: string) =>
  new DomainError({
    kind: "invalid",
    code: "malformed-action",
    message: {
      fr: `L’action « ${action} » d’une définition attend ${expected}.`,
      en: `The action "${action}" of a definition takes ${expected}.`,
    },
  });

/** Effects that cause each other: the definitions have to be changed so that they come to an end. */
export const endlessChain = (links: number) =>
  new DomainError({
    kind: "invalid",
    code: "endless-chain",
    message: {
      fr: `Plus de ${links} actions se sont entraînées l’une l’autre. Corrigez les définitions qui tournent en rond, puis écartez cet incident ou relancez-le.`,
      en: `More than ${links} actions led to one another. Correct the definitions that go round in circles, then dismiss this incident or retry it.`,
    },
  });
