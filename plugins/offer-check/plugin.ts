import { definePlugin, type Json, type Static, Type } from "../../server/plugin-api/index.ts";
import { type Finding, forbiddenIn, genderIn, languageOf } from "./findings.ts";

const params = Type.Object(
  {
    title: Type.String({ "x-title": { fr: "Champ de l’intitulé", en: "Field of the title" } }),
    text: Type.String({ "x-title": { fr: "Champ du texte", en: "Field of the text" } }),
    contract: Type.Optional(Type.String({ "x-title": { fr: "Champ du contrat", en: "Field of the contract" } })),
    // Contracts that the law itself keeps for an age, such as apprenticeship (L6222-1).
    ageAllowedFor: Type.Optional(
      Type.Array(Type.String(), {
        "x-title": { fr: "Contrats qui ont un âge légal", en: "Contracts with a legal age" },
      }),
    ),
  },
  { additionalProperties: false },
);

/** Reads an offer before it is published: what the law forbids it to say, and what it must say. */
export const plugin = definePlugin({
  id: "offer-check",
  version: "1.1.0",
  title: { fr: "Contrôle des offres", en: "Offer check" },
  description: {
    fr: "Empêche de diffuser une offre discriminatoire, payante, en langue étrangère ou sans « H/F », et cite le Code du travail.",
    en: "Keeps an offer that discriminates, asks for money, is in a foreign language or lacks “H/F” from being published, and cites the Code du travail.",
  },
  api: "^1.0.0",
  guards: {
    "offer-wording": {
      title: { fr: "Rédaction de l’offre", en: "Wording of the offer" },
      params,
      readsEvent: true,
      evaluate(fields: Static<typeof params>, { case: current, event = {}, language }) {
        const offer = { ...current, ...event };
        const [title, text] = [textOf(offer[fields.title]), textOf(offer[fields.text])];
        const isAgeAllowed = fields.ageAllowedFor?.includes(textOf(offer[fields.contract ?? ""])) ?? false;
        const at = (field: string, findings: readonly Finding[]) =>
          findings
            .filter(({ code }) => code !== "offer-age" || !isAgeAllowed)
            .map(({ code, message }) => ({ code, field, message: message[language] }));
        const reasons = [
          ...at(fields.title, [...forbiddenIn(title), ...genderIn(title)]),
          ...at(fields.text, [...forbiddenIn(text), ...languageOf(text)]),
        ];
        return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
      },
    },
  },
});

const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");
