import { DomainError } from "../domain-error.ts";

export const unknownView = () =>
  new DomainError({
    kind: "not-found",
    code: "unknown-view",
    message: {
      fr: "Cette vue n’existe pas, ou n’est plus partagée. Rechargez la liste.",
      en: "This view does not exist, or is no longer shared. Reload the list.",
    },
  });

export const viewWithoutName = () =>
  new DomainError({
    kind: "invalid",
    code: "view-without-name",
    message: {
      fr: "Donnez à la vue un nom de 80 caractères au plus.",
      en: "Give the view a name of 80 characters at most.",
    },
    errors: {
      name: { fr: "Indiquez un nom de 80 caractères au plus.", en: "Give a name of 80 characters at most." },
    },
  });

export const viewNotYours = () =>
  new DomainError({
    kind: "forbidden",
    code: "view-not-yours",
    message: {
      fr: "Seuls son auteur et l’administrateur peuvent supprimer une vue partagée.",
      en: "Only its author and the administrator can delete a shared view.",
    },
  });

export const mayNotShare = () =>
  new DomainError({
    kind: "forbidden",
    code: "may-not-share",
    message: {
      fr: "Seuls les membres de l’office partagent des vues ; enregistrez-la pour vous.",
      en: "Only members of the office share views; save it for yourself.",
    },
  });

export const tooManyViews = (most: number) =>
  new DomainError({
    kind: "conflict",
    code: "too-many-views",
    message: {
      fr: `Vous avez déjà ${most} vues de cette liste : supprimez-en une.`,
      en: `You already have ${most} views of this list: delete one.`,
    },
  });
