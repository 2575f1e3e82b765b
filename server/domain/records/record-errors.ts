import { isObject } from "../../engine/schema/is-object.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { Reason } from "../../plugin-api/reason.ts";
import { inLanguage, type Language, type Text } from "../../plugin-api/text.ts";
import { DomainError } from "../domain-error.ts";
import type { RecordAction } from "../rights/rights.ts";

export const unknownType = (type: string) =>
  new DomainError({
    kind: "not-found",
    code: "unknown-type",
    message: { fr: `Il n’y a pas de fiches « ${type} » ici.`, en: `There are no "${type}" records here.` },
  });

export const unknownRecord = (type: string, id: string) =>
  new DomainError({
    kind: "not-found",
    code: "unknown-record",
    message: {
      fr: `La fiche « ${id} » n’existe pas dans « ${type} », ou n’existe plus. Vérifiez l’adresse, ou cherchez-la dans la liste.`,
      en: `There is no record "${id}" in "${type}", or not any more. Check the address, or look for it in the list.`,
    },
  });

export const malformedRecord = () =>
  new DomainError({
    kind: "malformed",
    code: "malformed-record",
    message: {
      fr: "Une fiche s’envoie comme un objet JSON : { champ: valeur }.",
      en: "A record is sent as a JSON object: { field: value }.",
    },
  });

export const malformedInstant = (value: string) =>
  new DomainError({
    kind: "malformed",
    code: "malformed-instant",
    message: {
      fr: `« ${value} » n’est pas un instant. Écrivez-le comme 2026-03-31T10:00:00Z.`,
      en: `"${value}" is not an instant. Write it like 2026-03-31T10:00:00Z.`,
    },
  });

const verbs: Readonly<Record<RecordAction, { readonly fr: string; readonly en: string }>> = {
  read: { fr: "consulter", en: "read" },
  create: { fr: "créer", en: "create" },
  update: { fr: "modifier", en: "change" },
  delete: { fr: "supprimer", en: "delete" },
};

export const forbiddenAction = (action: RecordAction, typeTitle: Text) =>
  new DomainError({
    kind: "forbidden",
    code: `may-not-${action}`,
    message: {
      fr: `Votre rôle ne permet pas de ${verbs[action].fr} les fiches « ${inLanguage(typeTitle, "fr")} ». Demandez-le à l’administrateur.`,
      en: `Your role does not let you ${verbs[action].en} "${inLanguage(typeTitle, "en")}" records. Ask the administrator.`,
    },
  });

/** `fields`: the title of each, by its name. */
export const forbiddenFields = (fields: { readonly [field: string]: Text }) => {
  const titles = (language: Language) =>
    Object.values(fields)
      .map((title) => inLanguage(title, language))
      .join(", ");
  return new DomainError({
    kind: "forbidden",
    code: "may-not-write-field",
    message: {
      fr: `Votre rôle ne permet pas de modifier : ${titles("fr")}. Laissez ces champs tels qu’ils sont.`,
      en: `Your role does not let you change: ${titles("en")}. Leave these fields as they are.`,
    },
    errors: Object.fromEntries(
      Object.keys(fields).map((field) => [
        field,
        { fr: "Votre rôle ne permet pas de modifier ce champ.", en: "Your role does not let you change this field." },
      ]),
    ),
  });
};

export const keyUsedOtherwise = () =>
  new DomainError({
    kind: "invalid",
    code: "idempotency-key-reused",
    message: {
      fr: "Cette clé d’idempotence a déjà servi pour une autre demande. Prenez-en une nouvelle.",
      en: "This idempotency key was used for another request. Take a new one.",
    },
  });

export const malformedKey = () =>
  new DomainError({
    kind: "malformed",
    code: "malformed-idempotency-key",
    message: {
      fr: "Une clé d’idempotence a entre 1 et 200 caractères lisibles.",
      en: "An idempotency key has 1 to 200 readable characters.",
    },
  });

/** What a record is refused for, at each field. */
const codes = [
  "invalid-record",
  "invalid-hidden-field",
  "system-field",
  "not-storable",
  "dangling-reference",
  "dangling-file",
] as const;

/** The data are not what the schema asks for: what is wrong stands at each field. */
export function invalidRecord(
  errors: { readonly [field: string]: Text },
  reasons: readonly Reason[] = [],
  code: (typeof codes)[number] = "invalid-record",
): DomainError {
  return new DomainError({
    kind: "invalid",
    code,
    message: {
      fr: "La fiche n’est pas enregistrée : corrigez ce qui est indiqué à chaque champ.",
      en: "The record is not saved: correct what is said at each field.",
    },
    errors,
    reasons,
  });
}

/** What someone is told who knew an older version than the last. */
export interface Conflict {
  /** The record as it is now, for its reader. */
  readonly current: JsonObject;
  /** Entries of the history since the version that the caller knew. */
  readonly since: readonly JsonObject[];
}

function whoChanged({ since }: Conflict): { readonly fr: string; readonly en: string } {
  const names = [...new Set(since.map((entry) => actorName(entry["actor"])).filter((name) => name !== ""))];
  const list = names.join(", ");
  return { fr: list === "" ? "quelqu’un d’autre" : list, en: list === "" ? "someone else" : list };
}

function actorName(actor: Json | undefined): string {
  const name = isObject(actor) ? actor["name"] : undefined;
  return typeof name === "string" ? name : "";
}

const conflictMessage = (conflict: Conflict) => ({
  fr: `Cette fiche a été modifiée entre-temps par ${whoChanged(conflict).fr}. Relisez-la, puis recommencez.`,
  en: `This record was changed in the meantime by ${whoChanged(conflict).en}. Read it again, then start over.`,
});

/** `If-Match` or `version` names a version that is no longer the last one: 412. */
export const staleVersion = (conflict: Conflict) =>
  new DomainError({ kind: "stale", code: "stale-version", message: conflictMessage(conflict), more: { ...conflict } });

/** An event was sent with a version that is no longer the last one: 409. */
export const changedMeanwhile = (conflict: Conflict) =>
  new DomainError({
    kind: "conflict",
    code: "changed-meanwhile",
    message: conflictMessage(conflict),
    more: { ...conflict },
  });

/** `count`: how many records of that type refer to it. */
export const referredTo = ({
  type,
  count,
  title,
}: {
  readonly type: string;
  readonly count: number;
  readonly title: Text;
}) =>
  new DomainError({
    kind: "conflict",
    code: "referred-to",
    message: {
      fr: `Cette fiche ne peut pas être supprimée : d’autres s’y rapportent (${count} × ${inLanguage(title, "fr")}). Supprimez-les ou détachez-les d’abord.`,
      en: `This record cannot be deleted: others refer to it (${count} × ${inLanguage(title, "en")}). Delete or detach them first.`,
    },
    more: { type, count },
  });

export const danglingReference = (field: string) =>
  invalidRecord(
    { [field]: { fr: "La fiche désignée n’existe pas.", en: "The record that it names does not exist." } },
    [],
    "dangling-reference",
  );

export const danglingFile = (field: string) =>
  invalidRecord(
    {
      [field]: {
        fr: "Ce document n’existe pas : joignez-le d’abord.",
        en: "This file does not exist: attach it first.",
      },
    },
    [],
    "dangling-file",
  );

/** The store was changed under every attempt: so many people at once that the caller had better come back. */
export const tooMuchContention = () =>
  new DomainError({
    kind: "unavailable",
    code: "too-much-contention",
    message: {
      fr: "Trop de modifications arrivent en même temps sur cette fiche. Réessayez dans un instant.",
      en: "Too many changes to this record arrive at once. Try again in a moment.",
    },
  });

/** A bulk request that names no record, or more than one request changes; of records that are no cases, too. */
export const tooManyCases = (most: number) =>
  new DomainError({
    kind: "malformed",
    code: "too-many-cases",
    message: {
      fr: `Une action groupée s’envoie avec une liste « ids », ou un filtre « filter », de 1 à ${most} fiches.`,
      en: `A bulk event is sent with a list "ids", or a "filter", of 1 to ${most} records.`,
    },
  });

/** Somebody else was given the case since it was looked up. */
export const followedByAnother = () =>
  new DomainError({
    kind: "conflict",
    code: "followed-by-another",
    message: {
      fr: "Ce dossier a été confié à quelqu’un d’autre entre-temps : il lui reste.",
      en: "This was given to somebody else meanwhile: it stays theirs.",
    },
  });
