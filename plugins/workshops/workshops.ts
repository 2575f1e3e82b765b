import type { RecordTypeDefinition } from "../../server/plugin-api/index.ts";

/** One workshop: when, where, for how many. */
export const workshops = {
  id: "workshops",
  title: { fr: "Ateliers", en: "Workshops" },
  icon: "Groups",
  display: "{title} · {date}",
  create: { title: { fr: "Ajouter un atelier", en: "Add a workshop" } },
  schema: {
    type: "object",
    required: ["title", "date", "seats"],
    additionalProperties: false,
    properties: {
      title: {
        type: "string",
        minLength: 1,
        maxLength: 200,
        "x-title": { fr: "Thème", en: "Subject" },
        "x-search": true,
        "x-index": true,
      },
      date: { type: "string", format: "date", "x-title": { fr: "Date", en: "Date" }, "x-index": true },
      startsAt: { type: "string", format: "time", "x-title": { fr: "Début", en: "Start" } },
      place: { type: "string", maxLength: 200, "x-title": { fr: "Lieu", en: "Place" }, "x-search": true },
      seats: { type: "integer", minimum: 1, maximum: 100, "x-title": { fr: "Places", en: "Places" } },
      leader: { type: "string", maxLength: 200, "x-title": { fr: "Animé par", en: "Led by" } },
    },
  },
  permissions: {
    read: ["advisor", "reception"],
    create: ["advisor"],
    update: ["advisor"],
    delete: ["advisor"],
  },
  list: { columns: ["date", "place", "seats"], filters: ["date"], sort: ["date", "DESC"] },
  facts: ["date", "startsAt", "place", "seats"],
} satisfies RecordTypeDefinition;
