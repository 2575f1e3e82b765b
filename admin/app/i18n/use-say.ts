import { useLocale, useTranslate } from "react-admin";
import type { Language } from "../../../server/plugin-api/text.ts";
import type { fr } from "./fr.ts";

type Areas = typeof fr;

/** Every sentence of the back office: `area.sentence`. One that is in no catalogue does not compile. */
export type MessageKey = {
  [Area in keyof Areas & string]: `${Area}.${keyof Areas[Area] & string}`;
}[keyof Areas & string];

/** Words a sentence of the catalogues; its values stand for `%{name}` in it. */
export type Say = (key: MessageKey, values?: { readonly [name: string]: string | number }) => string;

/**
 * Says a sentence of the catalogues in the reader's language; `smart_count` chooses between singular and plural.
 *
 * @example const say = useSay(); say("list.count", { smart_count: total })
 */
export function useSay(): Say {
  const translate = useTranslate();
  return translate;
}

/** The reader's language. */
export function useLanguage(): Language {
  return useLocale() === "en" ? "en" : "fr";
}
