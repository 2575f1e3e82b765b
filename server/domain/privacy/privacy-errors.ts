import type { Text } from "../../plugin-api/text.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import { DomainError } from "../domain-error.ts";

/** What was erased is left as it is. */
export const erasedRecord = () =>
  new DomainError({
    kind: "conflict",
    code: "record-erased",
    message: {
      fr: "La personne dont parlait cette fiche a été effacée : la fiche ne sert plus qu’aux chiffres et ne peut plus changer.",
      en: "The person whom this record was about was erased: it only serves figures now and can no longer change.",
    },
  });

/** Only what is about people is erased. */
export const notPersonal = (typeTitle: Text) =>
  new DomainError({
    kind: "conflict",
    code: "not-personal",
    message: {
      fr: `Les fiches « ${inLanguage(typeTitle, "fr")} » ne parlent pas d’une personne : supprimez-les, il n’y a rien à y effacer.`,
      en: `"${inLanguage(typeTitle, "en")}" records are not about a person: delete them, there is nothing to erase in them.`,
    },
  });

/** Between the look at what is due and its turn, somebody worked with it. */
export const usedAgain = () =>
  new DomainError({
    kind: "conflict",
    code: "used-again",
    message: {
      fr: "Quelqu’un a travaillé sur cette fiche entre-temps : elle n’est plus à effacer, et reste.",
      en: "Somebody worked with this record meanwhile: it is not to be erased any more, and stays.",
    },
  });

/** An erasure cannot be undone: it must be asked for twice. */
export const unconfirmedErasure = () =>
  new DomainError({
    kind: "invalid",
    code: "unconfirmed-erasure",
    message: {
      fr: 'Un effacement ne se défait pas : confirmez-le par {"confirm": true}, après avoir lu ce qui sera effacé.',
      en: 'An erasure cannot be undone: confirm it by {"confirm": true}, after reading what will be erased.',
    },
  });
