import type { GuardContribution, JsonObject, Language, Reason } from "../../server/plugin-api/index.ts";
import { type Ground, grounds } from "./grounds.ts";

/**
 * Blocks while an offer says what it may not say, or lacks what it must say. The params name the fields of the form;
 * `ageAllowedFor` lists the contracts that the law itself keeps for an age, such as apprenticeship (L6222-1).
 */
export const offerWording: GuardContribution = {
  title: { fr: "Rédaction de l’offre", en: "Wording of the offer" },
  params: {
    type: "object",
    properties: {
      title: { type: "string", "x-title": { fr: "Champ de l’intitulé", en: "Field of the title" } },
      text: { type: "string", "x-title": { fr: "Champ du texte", en: "Field of the text" } },
      contract: { type: "string", "x-title": { fr: "Champ du contrat", en: "Field of the contract" } },
      ageAllowedFor: {
        type: "array",
        items: { type: "string" },
        "x-title": { fr: "Contrats qui ont un âge légal", en: "Contracts with a legal age" },
      },
    },
    required: ["title", "text"],
    additionalProperties: false,
  },
  readsEvent: true,
  evaluate(params, { case: current, event = {}, language }) {
    const offer = { ...current, ...event };
    const contract = offer[String(params["contract"])];
    const allowed = Array.isArray(params["ageAllowedFor"]) ? params["ageAllowedFor"] : [];
    const sought = grounds.filter(({ code }) => code !== "offer-age" || !allowed.includes(contract ?? null));
    const title = { field: String(params["title"]), text: textOf(offer, params["title"]) };
    const text = { field: String(params["text"]), text: textOf(offer, params["text"]) };
    const reasons = [
      ...[title, text].flatMap((place) => sought.flatMap((ground) => forbidden(place, ground, language))),
      ...missingMention(title, language),
      ...foreignText(text, language),
    ];
    return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
  },
};

interface Place {
  readonly field: string;
  readonly text: string;
}

function textOf(offer: JsonObject, field: unknown): string {
  const value = offer[String(field)];
  return typeof value === "string" ? value : "";
}

function forbidden({ field, text }: Place, ground: Ground, language: Language): readonly Reason[] {
  const found = phraseIn(text, ground);
  if (found === null) return [];
  const { code, about, articles } = ground;
  const message = {
    fr: `« ${found} » est interdit dans une offre – ${about.fr} (Code du travail, ${articles}). Décrivez plutôt le travail et ce qu’il demande.`,
    en: `“${found}” is forbidden in an offer – ${about.en} (Code du travail, ${articles}). Describe the work and what it takes instead.`,
  };
  return [{ code, field, message: message[language] }];
}

/** The words of the text that the ground forbids, as they are written there. */
function phraseIn(text: string, { phrases }: Ground): string | null {
  const plain = unaccented(text);
  for (const phrase of phrases) {
    const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrase.source})(?![\\p{L}\\p{N}])`, "u").exec(plain);
    if (found) return text.normalize("NFC").slice(found.index, found.index + found[0].length);
  }
  return null;
}

/** Lower case without accents, letter for letter, so that places are those of the text. */
function unaccented(text: string): string {
  const letters = Array.from(text.normalize("NFC"), (letter) => {
    const bare = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return bare.length === letter.length ? bare : letter;
  });
  return letters.join("").replace(/[’ʼ]/g, "'").replace(/\s/g, " ");
}

/** The title speaks to women and men: "H/F", or both forms of the word. */
function missingMention({ field, text }: Place, language: Language): readonly Reason[] {
  if (text === "" || /\b[HFhf]\s?\/\s?[HFhf]\b/u.test(text) || /\p{L}{4,}\s?\/\s?\p{L}{4,}/u.test(text)) return [];
  const message = {
    fr: "La mention « H/F » manque dans l’intitulé : une offre s’adresse aux femmes et aux hommes (Code du travail, L1142-1).",
    en: "The mention “H/F” is missing from the title: an offer is for women and men alike (Code du travail, L1142-1).",
  };
  return [{ code: "offer-gender-mention", field, message: message[language] }];
}

const french = new Set("le la les un une des du de et est vous nous votre pour dans sur avec au aux en".split(" "));
const english = new Set("the a an of and is you we your for in on with to at our will be are".split(" "));

/** Mostly English: told by the small words that no text goes without. */
function foreignText({ field, text }: Place, language: Language): readonly Reason[] {
  const words = unaccented(text).match(/\p{L}+/gu) ?? [];
  const count = (known: ReadonlySet<string>) => words.filter((word) => known.has(word)).length;
  if (count(english) <= count(french) || count(english) < 3) return [];
  const message = {
    fr: "L’offre doit être rédigée en français (Code du travail, L5331-4) : traduisez-la, l’original peut suivre.",
    en: "The offer must be in French (Code du travail, L5331-4): translate it; the original may follow.",
  };
  return [{ code: "offer-language", field, message: message[language] }];
}
