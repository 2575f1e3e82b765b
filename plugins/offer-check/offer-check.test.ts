import { expect, test } from "vitest";
import type { GuardInput } from "../../server/plugin-api/index.ts";
import { conformance } from "../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

const params = { title: "offerTitle", text: "offerText", contract: "contractType", ageAllowedFor: ["APPRENTISSAGE"] };
const input = { case: {}, related: {}, counts: {}, today: "2026-11-23", language: "fr" } as const;

function answerTo(asked: GuardInput) {
  const rule = plugin.guards?.["offer-wording"];
  if (!rule) throw new Error("The plugin has its rule");
  return rule.evaluate(params, asked);
}

function codesOf(offerText: string, offer: { offerTitle?: string; contractType?: string } = {}): readonly string[] {
  const event = { offerTitle: "Agent d’entretien H/F", offerText, ...offer };
  const answer = answerTo({ ...input, event });
  return answer.ok ? [] : answer.reasons.map(({ code }) => code);
}

test.each([
  ["offer-age", "Nous recherchons un JEUNE homme motivé."],
  ["offer-age", "Vous avez entre 25 et 35 ans."],
  ["offer-age", "Équipe jeune et dynamique."],
  ["offer-age", "Âgée de moins de 30 ans"],
  ["offer-sex", "Poste pour un homme"],
  ["offer-sex", "Femmes uniquement"],
  ["offer-family", "Célibataire, sans enfant"],
  ["offer-origin", "De nationalité française"],
  ["offer-appearance", "Excellente présentation exigée"],
  ["offer-health", "En parfaite santé"],
  ["offer-residence", "Habiter impérativement la commune"],
  ["offer-belief", "Non syndiqué"],
  ["offer-paid", "Frais de dossier : 50 €"],
  ["offer-paid", "Appelez le 08 99 12 34 56"],
])("%s is found in « %s »", (code, text) => {
  expect(codesOf(text)).toEqual([code]);
});

test.each([
  "Auprès de jeunes enfants, en crèche. Nous recherchons de jeunes enfants à photographier ? Non : des animateurs.",
  "Plus de 10 ans d’expérience, entreprise familiale depuis plus de 20 ans.",
  "Contact : Marie, au 02 41 33 44 55. Femme de ménage ou valet de chambre.",
  "Anglais courant : the team speaks English with our customers, mais vous écrivez en français pour la direction.",
])("« %s » may be said", (text) => {
  expect(codesOf(text)).toEqual([]);
});

test("tells the words as they are written, with the article, and every finding at once", () => {
  const event = { offerTitle: "Serveur", offerText: "Une équipe JEUNE ; bonne présentation." };
  const answer = answerTo({ ...input, event });
  expect(answer).toMatchObject({ ok: false, reasons: { length: 3 } });
  if (answer.ok) return;
  expect(answer.reasons[0]).toMatchObject({ code: "offer-gender-mention", field: "offerTitle" });
  expect(answer.reasons[1]).toMatchObject({
    field: "offerText",
    message: expect.stringMatching(/« équipe JEUNE ».*L5331-2/),
  });
});

test("an age may be named where the law has one, and both forms of a word speak to all", () => {
  expect(codesOf("Moins de 30 ans, contrat d’apprentissage.", { contractType: "APPRENTISSAGE" })).toEqual([]);
  expect(codesOf("Travail en équipe.", { offerTitle: "Serveur / Serveuse" })).toEqual([]);
});

test("an offer in English is to be translated", () => {
  expect(codesOf("You are the face of our shop and you will be in charge of the orders.")).toEqual(["offer-language"]);
});

test("nothing is held against a form that is still empty", () => {
  expect(answerTo(input)).toEqual({ ok: true });
});

test("keeps what its kinds promise", async () => {
  const texts = ["", "Une équipe jeune.", "Vous préparez les commandes."];
  const inputs = texts.map((offerText) => ({ ...input, event: { offerTitle: "Préparateur H/F", offerText } }));
  expect(await conformance(plugin, { guards: { "offer-wording": { params, inputs } } })).toEqual([]);
});
