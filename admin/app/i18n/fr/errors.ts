export const errors = {
  retry: "Réessayer",
  home: "Revenir à l’accueil",
  unreachable: "Le serveur ne répond pas",
  unreachableText: "Vérifiez votre connexion au réseau, puis réessayez.",
  forbidden: "Vous n’avez pas accès à cette page",
  forbiddenText: "Demandez à l’administrateur si vous devez y avoir accès.",
  missing: "Il n’y a rien à cette adresse",
  missingText: "L’adresse est inexacte, ou ce qu’elle montrait a été supprimé.",
  broken: "Cette page s’est interrompue",
  brokenText: "Le reste continue de fonctionner. Réessayez ; si cela se reproduit, prévenez l’administrateur.",
  refused: "La demande n’a pas abouti",
  refusedText: "Réessayez dans un instant ; si cela se reproduit, prévenez l’administrateur.",
};
