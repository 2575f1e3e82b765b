import { expect, test } from "vitest";
import type { IncidentStore } from "../../../server/domain/incidents/incident-store.ts";
import { listIncidents } from "../../../server/domain/incidents/list-incidents.ts";
import { resolveIncident } from "../../../server/domain/incidents/resolve-incidents.ts";
import { moveClock } from "../../../server/domain/timers/move-clock.ts";
import { eachDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";
import { lateByRule, listed, newCall, open } from "./late-calls.ts";

eachDatabase((openDatabase) => {
  test("a timer that one retried while another dismissed it was gone, though its dismissal was refused", async () => {
    await using database = await openDatabase();
    const library = await openLibrary(database, lateByRule);
    const { office, incidents } = library;
    const [first, second] = [await newCall(library), await newCall(library)];
    await moveClock(office, library.clock, "2026-03-06T08:00:00.000Z");
    const { rows } = await listed(library);
    const incidentOf = (id: string) => rows.find(({ recordId }) => recordId === id)?.id ?? "";
    const admin = library.as("admin");
    const retry = (id: string) => resolveIncident(library, admin, { id, how: "retried" });
    // The other looks at the incident before they decide, and has decided before the change of the case is made.
    const overtaken = (id: string) => {
      const slow: IncidentStore = {
        list: (query) => incidents.list(query),
        openCount: () => incidents.openCount(),
        resolve: (...resolution) => incidents.resolve(...resolution),
        get: async (asked) => {
          const found = await incidents.get(asked);
          await retry(id);
          return found;
        },
      };
      return resolveIncident({ office, incidents: slow }, admin, { id, how: "dismissed" });
    };
    expect(await overtaken(incidentOf(first))).toBe("dismissed");
    expect(await office.queue.timersOf(first)).toEqual([]);
    const resolved = await listIncidents(library, admin, { ...open, resolved: true });
    expect(resolved.rows).toMatchObject([{ recordId: first, resolution: "dismissed" }]);
    const both = await Promise.allSettled([
      retry(incidentOf(second)),
      resolveIncident(library, admin, { id: incidentOf(second), how: "dismissed" }),
    ]);
    const isDismissed = both[1].status === "fulfilled" && both[1].value === "dismissed";
    expect(await office.queue.timersOf(second)).toHaveLength(isDismissed ? 0 : 1);
  });
});
