import { DomainError } from "../../domain-error.ts";

/** One of many met a defect of ours; what is wrong with it only the log tells. */
export const brokeAlone = (cause: unknown) =>
  new DomainError(
    {
      kind: "defect",
      code: "broke-alone",
      message: {
        fr: "Une erreur est survenue de notre côté pour cette fiche seule ; les autres ont suivi leur cours. Donnez son numéro à l’administrateur.",
        en: "Something went wrong on our side with this record alone; the others went on. Give its id to the administrator.",
      },
    },
    { cause },
  );
