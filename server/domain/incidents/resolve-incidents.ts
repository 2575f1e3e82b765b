import { isCase } from "../../engine/execution/flatten-record.ts";
import { passedTimer } from "../cases/passed-timer.ts";
import type { Caller } from "../changes/caller.ts";
import { carryOut } from "../changes/carry-out.ts";
import type { Change } from "../changes/change.ts";
import { requireAdministrator } from "../definitions/require-administrator.ts";
import type { KeptIncident, Resolution } from "./incident.ts";
import type { IncidentDesk } from "./incident-desk.ts";
import { incidentResolved, unknownIncident } from "./incident-errors.ts";

/** What an administrator decides about an incident: to try again, or to do without. */
export type Decided = Exclude<Resolution, "obsolete">;

const page = 100;

/**
 * Resolves one incident. Returns how it ended: `obsolete` when the case had moved on, so that nothing was left to do.
 *
 * @throws DomainError `administrators-only`, `unknown-incident`, `incident-resolved`.
 */
export async function resolveIncident(
  desk: IncidentDesk,
  caller: Caller,
  { id, how }: { readonly id: string; readonly how: Decided },
): Promise<Resolution> {
  requireAdministrator(caller);
  const incident = await desk.incidents.get(id);
  if (incident === null) throw unknownIncident();
  const ended = incident.resolved === null ? await resolve(desk, caller, { incident, how }) : null;
  if (ended === null) throw incidentResolved();
  return ended;
}

/**
 * Resolves every open incident of a kind. Returns how many.
 *
 * @throws DomainError `administrators-only`.
 */
export async function resolveKind(
  desk: IncidentDesk,
  caller: Caller,
  { kind, how }: { readonly kind: string; readonly how: Decided },
): Promise<number> {
  requireAdministrator(caller);
  let resolved = 0;
  const seen = new Set<string>();
  for (;;) {
    const { rows } = await desk.incidents.list({ resolved: false, kind, offset: 0, limit: page });
    // One that fails again while the others are being retried is another incident.
    const fresh = rows.filter(({ id }) => !seen.has(id));
    if (fresh.length === 0) return resolved;
    for (const incident of fresh) {
      seen.add(incident.id);
      if ((await resolve(desk, caller, { incident, how })) === how) resolved += 1;
    }
  }
}

interface Resolving {
  readonly incident: KeptIncident;
  readonly how: Decided;
}

async function resolve(desk: IncidentDesk, caller: Caller, { incident, how }: Resolving): Promise<Resolution | null> {
  const { office, incidents } = desk;
  const at = office.clock.now();
  const { id: actorId, name: actorName } = caller.principal;
  const left = how === "retried" || (await disarm(desk, caller, incident));
  const ended = await incidents.resolve(incident, left ? how : "obsolete", { at, actorId, actorName });
  if (ended === "retried") office.effects.wake(at);
  office.live.changed({ type: "incidents", id: incident.id, version: 2, deleted: false });
  return ended;
}

/**
 * A timer that is dismissed leaves its case, by a change that the history tells: the case stays in its stage until somebody
 * moves it, also when the plugin of its workflow comes back. Returns whether it was there.
 */
async function disarm({ office }: IncidentDesk, caller: Caller, incident: KeptIncident): Promise<boolean> {
  const { work, recordType, recordId } = incident;
  if (work.source === "effect") return true;
  const { how } = await carryOut(office, async (): Promise<Change | null> => {
    const before = (await office.reader.get(recordType, recordId))?.record;
    if (before === undefined || !isCase(before) || before.armed[work.key] !== work.dueAt) return null;
    const { key, dueAt } = work;
    return passedTimer(office, caller, before, { key, dueAt, event: key });
  });
  return how === "done";
}
