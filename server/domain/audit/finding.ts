import type { Text } from "../../plugin-api/text.ts";

/** Something in the history that is not as it was written. */
export interface AuditFinding {
  /** The record; absent for a seal. */
  readonly type?: string;
  readonly recordId?: string;
  /** The entry of the record's history, or the seal. */
  readonly seq: number | null;
  readonly code: FindingCode;
}

/** So many of the entries or seals missing in one place are named: a forged number may leave out millions. */
export const mostMissing = 1000;

/** What kind of thing was found: stable, one sentence each. */
export type FindingCode = keyof typeof sentences;

const sentences = {
  "entry-changed": {
    fr: "cette entrée de l’historique, ou la précédente, a été modifiée après coup",
    en: "this entry of the history, or the one before it, was changed afterwards",
  },
  "entry-removed": { fr: "cette entrée de l’historique a disparu", en: "this entry of the history is gone" },
  "entry-added": {
    fr: "cette entrée de l’historique a été ajoutée après coup",
    en: "this entry of the history was added afterwards",
  },
  "head-changed": {
    fr: "le dernier maillon gardé par la fiche n’est pas celui de son historique",
    en: "the last link that the record keeps is not that of its history",
  },
  "values-removed": {
    fr: "des valeurs ont été retirées de cette entrée sans qu’un effacement soit inscrit",
    en: "values were taken out of this entry though no erasure is written",
  },
  "salt-removed": {
    fr: "le sel de la fiche a disparu : ses valeurs ne peuvent plus être vérifiées",
    en: "the salt of the record is gone: its values can no longer be checked",
  },
  "salt-kept": {
    fr: "la fiche est effacée, mais son sel est resté",
    en: "the record is erased, yet its salt has stayed",
  },
  "record-changed": {
    fr: "la fiche n’est pas ce que dit son historique",
    en: "the record is not what its history says",
  },
  "record-removed": { fr: "la fiche a disparu de la base", en: "the record is gone from the database" },
  "history-rewritten": {
    fr: "cette entrée n’est plus celle qui a été scellée",
    en: "this entry is no longer the one that was sealed",
  },
  "seal-changed": {
    fr: "ce sceau, ou le précédent, a été modifié après coup",
    en: "this seal, or the one before it, was changed afterwards",
  },
  "seal-removed": { fr: "ce sceau a disparu", en: "this seal is gone" },
  "noted-seal-gone": {
    fr: "celui que vous aviez noté n’est plus là : il a été retiré, ou ce qu’il scellait a été récrit",
    en: "the one that you had noted is no longer there: it was removed, or what it sealed was rewritten",
  },
} as const satisfies { readonly [code: string]: Text };

/** The finding in one line that names where it is. */
export function findingText({ type, recordId, seq, code }: AuditFinding): { readonly fr: string; readonly en: string } {
  const { fr, en } = sentences[code];
  const nr = seq === null ? "" : ` ${seq}`;
  if (recordId === undefined) return { fr: `sceau${nr} : ${fr}`, en: `seal${nr}: ${en}` };
  const record = type === undefined ? recordId : `${type}/${recordId}`;
  if (seq === null) return { fr: `${record} : ${fr}`, en: `${record}: ${en}` };
  return { fr: `${record}, entrée ${seq} : ${fr}`, en: `${record}, entry ${seq}: ${en}` };
}
