import { durationInWords } from "../../engine/time/duration-words.ts";
import type { Json } from "../../plugin-api/json.ts";
import type { RetentionRule } from "../../plugin-api/record-type-definition.ts";
import { inLanguage, type Language, type Text } from "../../plugin-api/text.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { valueText } from "../records/naming/value-text.ts";
import { keptFields } from "./privacy-of.ts";
import type { KeptRule } from "./retention-rules.ts";

/**
 * A rule of retention as people say it.
 *
 * @example "Effacer 2 ans après la dernière action sur la fiche, ou sur ce qui s’y rattache."
 */
export function ruleSentence({ registry }: Pick<Office, "registry">, { type, rule }: KeptRule, language: Language) {
  const length = durationInWords(rule.after, language);
  const only = conditionText(type, rule, { language, timeZone: registry.office().timeZone });
  const isWhole = keptFields(registry, type) === null;
  const does = isWhole ? { fr: "Effacer", en: "Erase" } : { fr: "Rendre anonyme", en: "Make anonymous" };
  const from = startOf(type, rule, language);
  const text: Text = {
    fr: `${does.fr} ${length} après ${from}${only === "" ? "" : `, si ${only}`}.`,
    en: `${does.en} ${length} after ${from}${only === "" ? "" : `, if ${only}`}.`,
  };
  return inLanguage(text, language);
}

/** What the office does with everything about people that was deleted, and with the log of reads. */
export function usualSentence(what: "deleted" | "reads", after: string, language: Language): string {
  const length = durationInWords(after, language);
  const sentences: { readonly [each in typeof what]: Text } = {
    deleted: {
      fr: `Effacer l’historique des fiches personnelles supprimées, ${length} après leur suppression.`,
      en: `Erase the history of deleted records about people, ${length} after they were deleted.`,
    },
    reads: {
      fr: `Oublier les lignes du journal des consultations après ${length}.`,
      en: `Forget the lines of the log of reads after ${length}.`,
    },
  };
  return inLanguage(sentences[what], language);
}

function startOf(type: PublishedType, { since }: RetentionRule, language: Language): string {
  if (since === undefined) {
    const last: Text = {
      fr: "la dernière action sur la fiche, ou sur ce qui s’y rattache",
      en: "the last thing that somebody did with the record, or with what is about it",
    };
    return inLanguage(last, language);
  }
  if (since === "createdAt") return inLanguage({ fr: "la création de la fiche", en: "the record was made" }, language);
  const title = inLanguage(type.fields.get(since)?.schema["x-title"] ?? since, language);
  return inLanguage({ fr: `« ${title} »`, en: `“${title}”` }, language);
}

/** The filter of a rule: its fields by their titles, each with what it has to be. */
function conditionText(
  type: PublishedType,
  { where = {} }: RetentionRule,
  reading: { readonly language: Language; readonly timeZone: string },
): string {
  const parts = Object.entries(where).map(([key, value]) => {
    const schema = type.fields.get(key)?.schema ?? {};
    const title = inLanguage(schema["x-title"] ?? key, reading.language);
    return `${title} = ${plainText(value, valueText(value, schema, reading))}`;
  });
  return parts.join(", ");
}

function plainText(value: Json, text: string): string {
  return text === "" ? JSON.stringify(value) : text;
}
