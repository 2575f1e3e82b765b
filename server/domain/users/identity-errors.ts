import { DomainError } from "../domain-error.ts";

/** The provider did not let them in, or its answer is not to our question. */
export const identityRefused = () =>
  new DomainError({
    kind: "signed-out",
    code: "identity-refused",
    message: {
      fr: "L’identification n’a pas abouti. Recommencez ; si cela se reproduit, prévenez l’administrateur.",
      en: "The identification did not come to its end. Try again; if it happens again, tell the administrator.",
    },
  });

export const identityUnverified = () =>
  new DomainError({
    kind: "signed-out",
    code: "identity-unverified",
    message: {
      fr: "Votre fournisseur d’identité ne garantit pas votre adresse e-mail : connectez-vous par mot de passe.",
      en: "Your identity provider does not vouch for your e-mail address: sign in with a password.",
    },
  });

/** An account is made by an invitation alone. */
export const identityUnknown = () =>
  new DomainError({
    kind: "signed-out",
    code: "identity-unknown",
    message: {
      fr: "Aucun compte n’existe ici à votre adresse e-mail. Demandez une invitation à l’administrateur.",
      en: "There is no account here with your e-mail address. Ask the administrator for an invitation.",
    },
  });

export const identityUnreachable = () =>
  new DomainError({
    kind: "unavailable",
    code: "identity-unreachable",
    message: {
      fr: "Le fournisseur d’identité ne répond pas. Réessayez plus tard, ou connectez-vous par mot de passe.",
      en: "The identity provider does not answer. Try again later, or sign in with a password.",
    },
  });
