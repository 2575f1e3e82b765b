import { listIncidents } from "../../../server/domain/incidents/list-incidents.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import type { GuardContribution } from "../../../server/plugin-api/contributions/index.ts";
import type { Library, LibraryPlugin } from "../../support/library-office/open-library.ts";
import { idOf } from "./library-story.ts";

/** The open incidents. */
export const open = { resolved: false, offset: 0, limit: 50 };

/** A rule that throws, whatever it is asked. */
const brokenGuard: GuardContribution = {
  title: { fr: "En panne", en: "Broken" },
  evaluate: () => {
    throw new Error("no answer");
  },
};

/** Calls with a deadline that always fails. */
export const lateByRule: LibraryPlugin = {
  guards: { broken: brokenGuard },
  workflows: [
    {
      id: "calls",
      title: { fr: "Appels" },
      machine: {
        initial: "asked",
        states: { asked: { after: { P1D: { target: "late", guard: { type: "broken" } } } }, late: {} },
      },
    },
  ],
};

/** A case of the workflow `calls`. */
export async function newCall(library: Library): Promise<string> {
  return idOf(await createRecord(library.office, library.as("desk"), { type: "calls", data: {} }));
}

/** Incidents as an administrator reads them in French. */
export function listed(library: Library, query = open) {
  return listIncidents({ ...library }, library.as("admin", { language: "fr" }), query);
}
