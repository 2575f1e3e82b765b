import { definePlugin } from "../../server/plugin-api/index.ts";
import { offerWording } from "./offer-wording.ts";

/** Reads an offer before it is published: what the law forbids it to say, and what it must say. */
export const plugin = definePlugin({
  id: "offer-check",
  version: "1.0.0",
  title: { fr: "Contrôle des offres", en: "Offer check" },
  description: {
    fr: "Empêche de diffuser une offre discriminatoire, payante, en langue étrangère ou sans « H/F », et cite le Code du travail.",
    en: "Keeps an offer that discriminates, asks for money, is in a foreign language or lacks “H/F” from being published, and cites the Code du travail.",
  },
  api: "^1.0.0",
  guards: { "offer-wording": offerWording },
});
