/** What is said of what cannot be imported. */
export const importSentences = {
  noFolder: {
    fr: "Ce dossier n’existe pas ou ne peut pas être lu. Indiquez celui des fichiers du ROME.",
    en: "This folder does not exist or cannot be read. Give the one with the ROME files.",
  },
  noFile: (names: readonly string[]) => ({
    fr: `Il manque un fichier : ${listed(names, "ou")}.`,
    en: `A file is missing: ${listed(names, "or")}.`,
  }),
  noColumn: (columns: readonly string[]) => ({
    fr: `Il manque une colonne : ${columns.join(", ")}. Le fichier n’est pas lu.`,
    en: `A column is missing: ${columns.join(", ")}. The file is not read.`,
  }),
  noCode: (code: string) => ({
    fr: `« ${code} » n’est pas un code ROME (une lettre de A à N et quatre chiffres).`,
    en: `“${code}” is not a ROME code (a letter from A to N and four digits).`,
  }),
  unknownCode: (code: string) => ({
    fr: `Le code « ${code} » n’est pas dans la liste des métiers.`,
    en: `The code “${code}” is not in the list of occupations.`,
  }),
  noLabel: { fr: "Le libellé est vide.", en: "The label is empty." },
  twice: (code: string) => ({
    fr: `Le code « ${code} » est déjà là : la première ligne est gardée.`,
    en: `The code “${code}” is there already: the first line is kept.`,
  }),
};

function listed(names: readonly string[], or: string): string {
  return [...new Set(names.map((name) => name.replace("#", "…")))].join(` ${or} `);
}
