import type { Text } from "../../plugin-api/text.ts";
import { DomainError } from "../domain-error.ts";

export const signedOut = () =>
  new DomainError({
    kind: "signed-out",
    code: "signed-out",
    message: { fr: "Connectez-vous pour continuer.", en: "Sign in to go on." },
  });

export const wrongPassword = () =>
  new DomainError({
    kind: "signed-out",
    code: "wrong-password",
    message: {
      fr: "L’adresse ou le mot de passe n’est pas le bon. Vérifiez-les, ou demandez un nouveau mot de passe.",
      en: "The address or the password is not right. Check them, or ask for a new password.",
    },
  });

export const forbidden = () =>
  new DomainError({
    kind: "forbidden",
    code: "forbidden",
    message: {
      fr: "Votre rôle ne permet pas cette action. Demandez à l’administrateur si elle vous est nécessaire.",
      en: "Your role does not allow this. Ask the administrator if you need it.",
    },
  });

export const unknownUser = () =>
  new DomainError({
    kind: "not-found",
    code: "unknown-user",
    message: { fr: "Ce compte n’existe pas.", en: "This account does not exist." },
  });

export const unknownToken = () =>
  new DomainError({
    kind: "not-found",
    code: "unknown-token",
    message: { fr: "Ce jeton n’existe pas.", en: "This token does not exist." },
  });

export const unknownLink = () =>
  new DomainError({
    kind: "not-found",
    code: "unknown-link",
    message: {
      fr: "Ce lien a déjà servi, un plus récent le remplace, ou il a été copié en partie. Si vous avez choisi votre mot de passe, connectez-vous ; sinon, ouvrez le dernier lien reçu ou demandez-en un nouveau.",
      en: "This link has been used, a newer one replaces it, or it was copied in part. If you have chosen your password, sign in; otherwise open the last link that you were sent, or ask for a new one.",
    },
  });

export const expiredLink = () =>
  new DomainError({
    kind: "not-found",
    code: "expired-link",
    message: {
      fr: "Ce lien a expiré : il est resté trop longtemps sans servir. Demandez-en un nouveau.",
      en: "This link has expired: it was left unused for too long. Ask for a new one.",
    },
  });

export const linkOfDisabledAccount = () =>
  new DomainError({
    kind: "not-found",
    code: "link-of-disabled-account",
    message: {
      fr: "Le compte auquel mène ce lien est désactivé. S’il doit encore servir, demandez à l’administrateur de le réactiver.",
      en: "The account that this link leads to is disabled. If it is still needed, ask the administrator to enable it again.",
    },
  });

/** The link at the end of a mailed report, which is no way into an account. */
export const unknownStopLink = () =>
  new DomainError({
    kind: "not-found",
    code: "unknown-stop-link",
    message: {
      fr: "Ce lien a déjà servi, ou il a été copié en partie. Si le rapport vous est encore envoyé, connectez-vous et arrêtez-le sur sa page.",
      en: "This link has been used, or it was copied in part. If the report is still mailed to you, sign in and stop it on its page.",
    },
  });

export const staleUser = () =>
  new DomainError({
    kind: "stale",
    code: "stale-version",
    message: {
      fr: "Ce compte a été modifié entre-temps. Rechargez-le et recommencez.",
      en: "This account was changed meanwhile. Reload it and try again.",
    },
  });

export const lastAdmin = () =>
  new DomainError({
    kind: "conflict",
    code: "last-admin",
    message: {
      fr: "C’est le dernier administrateur actif. Donnez d’abord ce rôle à quelqu’un d’autre.",
      en: "This is the last active administrator. Give that role to someone else first.",
    },
  });

/** The fields of an account, of a token or of a password that cannot be kept as they are. */
export function invalidAccount(errors: { readonly [field: string]: Text }): DomainError {
  return new DomainError({
    kind: "invalid",
    code: "invalid-account",
    message: { fr: "Certains champs sont à corriger.", en: "Some fields need to be corrected." },
    errors,
  });
}
