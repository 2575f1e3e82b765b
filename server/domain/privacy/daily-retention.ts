import { localDay } from "../../engine/time/calendar.ts";
import { engineCaller } from "../changes/caller.ts";
import type { DefinitionStore } from "../definitions/definition-store.ts";
import type { RetentionDesk } from "./retention-desk.ts";
import { type RetentionReport, runRetention } from "./run-retention.ts";

/**
 * The run of each day. A rule counts from the day after it was published, so that an administrator can see whom it
 * would forget, and take it back, before it does.
 */
export async function dailyRetention(
  desk: RetentionDesk,
  definitions: Pick<DefinitionStore, "inForce">,
): Promise<RetentionReport> {
  const { clock, registry } = desk.office;
  const { timeZone } = registry.office();
  const today = localDay(clock.now(), timeZone);
  const inForce = await definitions.inForce();
  const fresh = new Set(
    inForce.filter(({ publishedAt }) => localDay(publishedAt, timeZone) === today).map(({ id }) => id),
  );
  return runRetention(desk, engineCaller(desk.office), { dryRun: false, counts: ({ id }) => !fresh.has(id) });
}
