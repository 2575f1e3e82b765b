import wording from "./wording.json" with { type: "json" };

/** Something that an offer may not say, or does not say, with the sentence that tells it in both languages. */
export interface Finding {
  readonly code: string;
  readonly message: { readonly fr: string; readonly en: string };
}

const grounds = wording.grounds.map(({ phrases, ...ground }) => ({
  ...ground,
  phrase: new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join("|")})(?![\\p{L}\\p{N}])`, "u"),
}));

const smallWords = { fr: new Set(wording.smallWords.fr.split(" ")), en: new Set(wording.smallWords.en.split(" ")) };

/** What the law forbids an offer to say, in the words as they are written there; one finding for each ground. */
export function forbiddenIn(text: string): readonly Finding[] {
  const plain = unaccented(text);
  return grounds.flatMap(({ code, about: { articles, ...about }, phrase }) => {
    const found = phrase.exec(plain);
    if (!found) return [];
    const words = text.normalize("NFC").slice(found.index, found.index + found[0].length);
    const say = (language: "fr" | "en") =>
      wording.forbidden[language]
        .replace("{words}", words)
        .replace("{about}", about[language])
        .replace("{articles}", articles);
    return [{ code, message: { fr: say("fr"), en: say("en") } }];
  });
}

/** A title speaks to women and men: "H/F", or both forms of the word. */
export function genderIn(title: string): readonly Finding[] {
  if (title === "" || /\b[HF]\s?\/\s?[HF]\b/iu.test(title) || /\p{L}{4,}\s?\/\s?\p{L}{4,}/u.test(title)) return [];
  return [{ code: "offer-gender-mention", message: wording.gender }];
}

/** A text is in French: told by the small words that no text goes without. */
export function languageOf(text: string): readonly Finding[] {
  const words = unaccented(text).match(/\p{L}+/gu) ?? [];
  const count = (known: ReadonlySet<string>) => words.filter((word) => known.has(word)).length;
  const english = count(smallWords.en);
  if (english < 3 || english <= count(smallWords.fr)) return [];
  return [{ code: "offer-language", message: wording.language }];
}

/** Lower case without accents, letter for letter, so that places are those of the text. */
function unaccented(text: string): string {
  const letters = Array.from(text.normalize("NFC"), (letter) => {
    const bare = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return bare.length === letter.length ? bare : letter;
  });
  return letters.join("").replace(/[’ʼ]/g, "'").replace(/\s/g, " ");
}
