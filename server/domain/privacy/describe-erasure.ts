import { inLanguage, type Language, type Text } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import type { Change } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { aboutFields, keptFields } from "./privacy-of.ts";

/** What an erasure does, by type of record, and the same in sentences. */
export interface ErasurePlan {
  readonly records: readonly {
    readonly type: string;
    readonly title: string;
    readonly count: number;
    /** `erased`: nothing stays but that there was a record; `anonymised`: it stays without a name, with `keeps`. */
    readonly how: "erased" | "anonymised";
    readonly keeps: readonly string[];
  }[];
  readonly files: number;
  /** What goes, and what stays. */
  readonly gone: readonly string[];
  readonly stays: readonly string[];
}

/** Tells what these changes take away, the person's own record first. */
export function describeErasure(
  office: Pick<Office, "registry">,
  caller: Caller,
  { changes, person }: { readonly changes: readonly Change[]; readonly person: { readonly type: string } },
): ErasurePlan {
  const records = changes.map(({ kind, record: { type } }): ErasedOne => {
    return { type, how: kind === "delete" ? "erased" : "anonymised" };
  });
  const files = changes.reduce((sum, { erase }) => sum + (erase?.files.length ?? 0), 0);
  return tellErasure(office, caller, { records, files, first: person.type });
}

/** What becomes of one record. */
interface ErasedOne {
  readonly type: string;
  readonly how: How;
}

/** The same of records of which only that much is known; those of the type `first` come first. */
export function tellErasure(
  { registry }: Pick<Office, "registry">,
  { language }: Caller,
  erased: { readonly records: readonly ErasedOne[]; readonly files: number; readonly first: string },
): ErasurePlan {
  const { files, first } = erased;
  const counts = new Map<string, { readonly type: PublishedType; readonly how: How; readonly count: number }>();
  for (const { type: id, how } of erased.records) {
    const type = registry.type(id);
    if (type === undefined) continue;
    const count = 1 + (counts.get(`${type.id} ${how}`)?.count ?? 0);
    counts.set(`${type.id} ${how}`, { type, how, count });
  }
  const rank = (type: PublishedType) => (type.id === first ? "" : type.id);
  const found = [...counts.values()].sort((left, right) => (rank(left.type) < rank(right.type) ? -1 : 1));
  const records = found.map(({ type, how, count }) => ({
    type: type.id,
    title: inLanguage(type.definition.title, language),
    count,
    how,
    keeps: how === "erased" ? [] : keptTitles(registry, type, language),
  }));
  return { records, files, ...sentences(records, files, language) };
}

type How = ErasurePlan["records"][number]["how"];

/** References that hold records of one person together are no news to a reader. */
function keptTitles(registry: Office["registry"], type: PublishedType, language: Language): readonly string[] {
  const about = new Set(aboutFields(registry, type));
  const fields = (keptFields(registry, type) ?? []).filter((field) => !about.has(field));
  return fields.map((field) => inLanguage(type.schema.properties?.[field]?.["x-title"] ?? field, language));
}

function sentences(records: ErasurePlan["records"], files: number, language: Language) {
  const say = (text: Text) => inLanguage(text, language);
  const gone = records.map((each) => say(goneText(each)));
  if (files > 0) {
    const plural = files > 1 ? "s" : "";
    gone.push(say({ fr: `Documents : ${files} supprimé${plural}.`, en: `Documents: ${files} removed.` }));
  }
  const kept = records
    .filter(({ keeps }) => keeps.length > 0)
    .map(({ title, keeps }) =>
      say({
        fr: `${title}, pour les chiffres : ${keeps.join(", ")}.`,
        en: `${title}, for figures: ${keeps.join(", ")}.`,
      }),
    );
  return { gone, stays: [...kept, ...alwaysStays.map(say)] };
}

function goneText({ title, count, how }: ErasurePlan["records"][number]): Text {
  const plural = count > 1 ? "s" : "";
  return how === "erased"
    ? {
        fr: `${title} : ${count} fiche${plural} effacée${plural} en entier, historique compris.`,
        en: `${title}: ${count} erased whole, history included.`,
      }
    : {
        fr: `${title} : ${count} fiche${plural} rendue${plural} anonyme${plural}, historique compris.`,
        en: `${title}: ${count} made anonymous, history included.`,
      };
}

const alwaysStays: readonly Text[] = [
  {
    fr: "Le fait qu’il y a eu ces fiches, quand elles ont changé et par qui, sans ce qui y était écrit.",
    en: "That there were these records, when they changed and by whom, without what was written in them.",
  },
  {
    fr: "Le journal des consultations, le temps que fixe l’office, et les sauvegardes jusqu’à leur remplacement.",
    en: "The log of reads, as long as the office decides, and the backups until they are replaced.",
  },
];
