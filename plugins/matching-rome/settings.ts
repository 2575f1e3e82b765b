import { type Static, Type } from "../../server/plugin-api/index.ts";

const weight = (usual: number, fr: string, en: string) =>
  Type.Number({ minimum: 0, maximum: 100, default: usual, "x-title": { fr, en } });

/** What an administrator may set. */
export const settingsSchema = Type.Object({
  weights: Type.Object(
    {
      occupation: weight(45, "Métier", "Occupation"),
      experience: weight(10, "Expérience", "Experience"),
      skills: weight(15, "Compétences", "Skills"),
      distance: weight(15, "Distance", "Distance"),
      contract: weight(8, "Contrat", "Contract"),
      hours: weight(7, "Horaires", "Hours"),
      language: weight(5, "Français", "French"),
      education: weight(3, "Formation", "Education"),
      availability: weight(2, "Disponibilité", "Availability"),
    },
    {
      "x-title": { fr: "Poids de chaque critère", en: "Weight of each criterion" },
      "x-help": {
        fr: "Seuls comptent les critères que l’offre demande.",
        en: "Only the criteria that the offer asks for count.",
      },
    },
  ),
  usualRadiusKm: Type.Number({
    minimum: 1,
    maximum: 300,
    default: 30,
    "x-title": { fr: "Rayon de recherche habituel (km)", en: "Usual search radius (km)" },
    "x-help": { fr: "Pour les personnes qui n’en ont pas indiqué.", en: "For people who did not give one." },
  }),
  communes: Type.Array(
    Type.Object({
      code: Type.String({ pattern: "^[0-9][0-9AB][0-9]{3}$", "x-title": { fr: "Code INSEE", en: "INSEE code" } }),
      latitude: Type.Number({ minimum: -90, maximum: 90, "x-title": { fr: "Latitude", en: "Latitude" } }),
      longitude: Type.Number({ minimum: -180, maximum: 180, "x-title": { fr: "Longitude", en: "Longitude" } }),
    }),
    {
      default: [],
      "x-title": { fr: "Autres communes", en: "Further communes" },
      "x-help": {
        fr: "Le centre des communes qui ne sont pas encore connues : celles d’Angers et alentour le sont.",
        en: "The centre of communes that are not known yet: those of Angers and around are.",
      },
    },
  ),
});

/** The settings as the host hands them over, checked and filled in. */
export type MatchingSettings = Static<typeof settingsSchema>;
/** Points of each criterion; only their proportions count. */
export type Weights = MatchingSettings["weights"];
