import type { WorkflowDefinition } from "../../server/plugin-api/index.ts";

const taken = { workshopId: "$case.workshopId", stage_in: ["registered", "came"] };

/** A person's place in a workshop, from the registration to whether they came. */
export const workshopPlaces = {
  id: "workshop-places",
  title: { fr: "Inscriptions aux ateliers", en: "Workshop places" },
  icon: "EventAvailable",
  display: "{seekerId} · {workshopId}",
  personal: true,
  privacy: { keep: ["workshopId"] },
  schema: {
    type: "object",
    required: ["workshopId", "seekerId"],
    additionalProperties: false,
    properties: {
      workshopId: {
        type: "string",
        "x-reference": "workshops",
        "x-title": { fr: "Atelier", en: "Workshop" },
        "x-index": true,
      },
      seekerId: {
        type: "string",
        "x-reference": "seekers",
        "x-title": { fr: "Demandeur", en: "Jobseeker" },
        "x-index": true,
      },
    },
  },
  create: {
    title: { fr: "Inscrire à un atelier", en: "Give a place in a workshop" },
    guard: {
      type: "all",
      params: {
        guards: [
          {
            type: "count",
            params: {
              type: "workshop-places",
              filter: { ...taken, seekerId: "$case.seekerId" },
              is: "=",
              than: 0,
              code: "already-registered",
              field: "seekerId",
              message: {
                fr: "Cette personne est déjà inscrite à cet atelier.",
                en: "This person already has a place in this workshop.",
              },
            },
          },
          {
            type: "count",
            params: {
              type: "workshop-places",
              filter: taken,
              is: "<",
              than: "$related.workshop.seats",
              code: "workshop-full",
              field: "workshopId",
              message: {
                fr: "Cet atelier est complet : choisissez-en un autre.",
                en: "This workshop is full: choose another one.",
              },
            },
          },
        ],
      },
    },
  },
  machine: {
    initial: "registered",
    states: {
      registered: {
        meta: { title: { fr: "Inscrit", en: "Registered" }, color: "blue" },
        on: {
          COME: { target: "came", meta: { title: { fr: "Est venu", en: "Came" }, primary: true, undo: "P1D" } },
          MISS: { target: "missed", meta: { title: { fr: "N’est pas venu", en: "Did not come" }, undo: "P1D" } },
          CANCEL: { target: "cancelled", meta: { title: { fr: "Annuler l’inscription", en: "Give the place up" } } },
        },
      },
      came: { tags: ["closed"], meta: { title: { fr: "Venu", en: "Came" }, color: "green" } },
      missed: { tags: ["closed"], meta: { title: { fr: "Absent", en: "Missed" }, color: "amber" } },
      cancelled: { tags: ["closed"], meta: { title: { fr: "Annulé", en: "Cancelled" }, color: "slate" } },
    },
  },
  permissions: {
    read: ["advisor"],
    create: ["advisor"],
    update: ["advisor"],
    events: { COME: ["advisor"], MISS: ["advisor"], CANCEL: ["advisor"] },
  },
  list: { columns: ["workshopId", "seekerId", "stage"], filters: ["workshopId", "stage"] },
  facts: ["workshopId", "seekerId"],
} satisfies WorkflowDefinition;
