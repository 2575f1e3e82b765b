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
      fr: "Ce lien a déjà servi ou a expiré. Demandez-en un nouveau.",
      en: "This link has been used or has expired. Ask for a new one.",
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
