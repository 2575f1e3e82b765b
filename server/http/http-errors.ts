import { DomainError } from "../domain/domain-error.ts";

/** No route of ours, or nothing that it could be about. */
export const unknownRoute = () =>
  new DomainError({
    kind: "not-found",
    code: "unknown-route",
    message: {
      fr: "Rien ne se trouve à cette adresse. La liste est sous /api/docs.",
      en: "There is nothing at this address. The list is under /api/docs.",
    },
  });

/** Also a body that cannot be unpacked, or that broke off. */
export const malformedJson = () =>
  new DomainError({
    kind: "malformed",
    code: "malformed-json",
    message: {
      fr: "Le corps de la requête n’est pas du JSON valide.",
      en: "The body of the request is not valid JSON.",
    },
  });

/** JSON, but a list, a text or a number. */
export const notAnObject = () =>
  new DomainError({
    kind: "malformed",
    code: "body-not-object",
    message: {
      fr: "Le corps de la requête doit être un objet JSON.",
      en: "The body of the request must be a JSON object.",
    },
  });

/** A member of the body or of the address that is not of its type. */
export const malformedValue = (name: string, expected: { readonly fr: string; readonly en: string }) =>
  new DomainError({
    kind: "malformed",
    code: "malformed-value",
    message: { fr: `« ${name} » doit être ${expected.fr}.`, en: `"${name}" must be ${expected.en}.` },
    errors: { [name]: { fr: `Doit être ${expected.fr}.`, en: `Must be ${expected.en}.` } },
  });

/** Members of the body that nobody asked for: passed over, a slip of the pen would look like success. */
export const unknownMembers = (names: readonly string[], known: readonly string[]) =>
  new DomainError({
    kind: "invalid",
    code: "unknown-member",
    message: {
      fr: `La requête contient « ${names.join(" », « ")} », qui n’est pas attendu ici. Sont compris : ${known.join(", ")}.`,
      en: `The request holds "${names.join('", "')}", which is not expected here. What is understood: ${known.join(", ")}.`,
    },
    errors: Object.fromEntries(names.map((name) => [name, { fr: "N’est pas attendu ici.", en: "Not expected here." }])),
  });

/** Unpacked, and before it is parsed; a file that is imported has a limit of its own. */
export const bodyTooLarge = (limitMegabytes: number) =>
  new DomainError({
    kind: "too-large",
    code: "body-too-large",
    message: {
      fr: `La requête dépasse ${limitMegabytes} Mo. Joignez les gros documents comme fichiers.`,
      en: `The request is larger than ${limitMegabytes} MB. Attach large documents as files.`,
    },
  });

/** Another media type, or a character set that is not read. */
export const unsupportedBody = () =>
  new DomainError({
    kind: "unsupported",
    code: "unsupported-media-type",
    message: {
      fr: "Envoyez le corps de la requête en JSON (Content-Type: application/json).",
      en: "Send the body of the request as JSON (Content-Type: application/json).",
    },
  });

/** The path is that of the member that holds the text, dotted; empty where the text is none's. */
export const unstorableText = (path: string) =>
  new DomainError({
    kind: "invalid",
    code: "unstorable-text",
    message: {
      fr: "Le texte contient un caractère nul ou une moitié de caractère, qui ne peuvent être enregistrés.",
      en: "The text holds a null character or half of a character, which cannot be stored.",
    },
    ...(path !== "" && {
      errors: {
        [path]: {
          fr: "Contient un caractère illisible : effacez-le.",
          en: "Holds an unreadable character: delete it.",
        },
      },
    }),
  });

/** `__proto__`, which would change what objects are. */
export const reservedName = (name: string) =>
  new DomainError({
    kind: "invalid",
    code: "reserved-name",
    message: { fr: `Aucun champ ne peut s’appeler « ${name} ».`, en: `No field can be called "${name}".` },
    errors: { [name]: { fr: "Ce nom n’est pas permis.", en: "This name is not allowed." } },
  });

/** More than 64 levels, which no record type has. */
export const tooDeep = () =>
  new DomainError({
    kind: "invalid",
    code: "too-deep",
    message: { fr: "Les données sont imbriquées trop profondément.", en: "The data are nested too deeply." },
  });

/** The first request with the key has no answer yet. */
export const keyInUse = () =>
  new DomainError({
    kind: "conflict",
    code: "idempotency-key-in-use",
    message: {
      fr: "Une demande avec cette clé d’idempotence est en cours. Renvoyez-la dans un instant pour avoir sa réponse.",
      en: "A request with this idempotency key is being carried out. Send it again in a moment to have its answer.",
    },
  });

/** The first request with the key was lost: told once, the key is free then. */
export const outcomeUnknown = () =>
  new DomainError({
    kind: "conflict",
    code: "outcome-unknown",
    message: {
      fr: "Une demande avec cette clé d’idempotence s’est interrompue avant sa réponse : personne ne sait si elle a été exécutée. Vérifiez ce qu’elle a fait ; si elle reste à faire, renvoyez-la avec la même clé.",
      en: "A request with this idempotency key broke off before its answer: nobody knows whether it was carried out. Check what it did; if it is still to be done, send it again with the same key.",
    },
  });

/** The first request with the key was carried out, and its answer cannot be told. */
export const answerNotKept = () =>
  new DomainError({
    kind: "conflict",
    code: "answer-not-kept",
    message: {
      fr: "Cette demande a déjà été exécutée. Sa réponse ne peut pas être redonnée : elle contenait un secret montré une seule fois, était trop longue, ou votre rôle a changé depuis. Vérifiez ce qu’elle a fait ; pour recommencer, prenez une nouvelle clé.",
      en: "This request was carried out already. Its answer cannot be given again: it held a secret that is shown once, was too long, or your role has changed since. Check what it did; to do it again, take a new key.",
    },
  });

/** A browser sends the cookie along from another site’s page. */
export const foreignOrigin = () =>
  new DomainError({
    kind: "forbidden",
    code: "foreign-origin",
    message: {
      fr: "Cette écriture vient d’un autre site. Ouvrez Passerelle et recommencez.",
      en: "This write comes from another site. Open Passerelle and try again.",
    },
  });

/** Of those who are not signed in alone. */
export const tooManyRequests = () =>
  new DomainError({
    kind: "too-many",
    code: "too-many-requests",
    message: {
      fr: "Trop d’essais. Attendez quelques minutes avant de recommencer.",
      en: "Too many tries. Wait a few minutes before trying again.",
    },
  });

/** Until the sample is in. */
export const starting = () =>
  new DomainError({
    kind: "unavailable",
    code: "starting",
    message: {
      fr: "Passerelle démarre : l’exemple se charge. Revenez dans une minute.",
      en: "Passerelle is starting: the sample is being loaded. Come back in a minute.",
    },
  });
