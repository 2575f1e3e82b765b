import { findingText } from "../../server/domain/audit/finding.ts";
import { replay } from "../../server/domain/audit/replay.ts";
import { eachChain, verifyAudit } from "../../server/domain/audit/verify-audit.ts";
import type { Town } from "../../server/town/town.ts";
import type { Load } from "./load.ts";

/** What a database was found to hold. */
export interface Judged {
  readonly entries: number;
  readonly timersFired: number;
  /** What is not as it was promised; nothing when all is well. */
  readonly faults: readonly string[];
}

/**
 * Looks through a database that nobody writes to: whether what was acknowledged is there, nothing twice, nothing that was
 * refused, no answer that none should get, and the whole history verifiable and replayable. Once nothing is waiting any more, whether every timer had
 * its effect once.
 */
export async function judgeHistory(
  { office, audit }: Pick<Town, "office" | "audit">,
  load: Load,
  { isDrained }: { readonly isDrained: boolean },
): Promise<Judged> {
  const faults = [...load.unexpected];
  const marks = new Map<string, number>();
  const wound: string[] = [];
  const rings = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for await (const chains of eachChain(audit)) {
    for (const { record, entries, timers } of chains) {
      for (const { event, changes } of entries) {
        if (event === "MARK") count(marks, String(changes["mark"]?.to));
        if (event === "WIND") {
          count(marks, String(changes["round"]?.to));
          wound.push(String(changes["round"]?.to));
        }
      }
      if (record.type === "rings") count(rings, String(record.data["round"]));
      if (isDrained && timers.length > 0) faults.push(`${record.id} still has a timer`);
    }
  }
  for (const mark of load.acknowledged) if (!marks.has(mark)) faults.push(`${mark} was acknowledged and is not there`);
  for (const [mark, times] of marks) {
    if (times > 1) faults.push(`${mark} was applied ${times} times`);
    if (load.refused.has(mark)) faults.push(`${mark} was refused and is there`);
  }
  for (const [round, times] of rings) if (times > 1) faults.push(`the timer of ${round} had its effect ${times} times`);
  if (isDrained) for (const round of wound) if (!rings.has(round)) faults.push(`the timer of ${round} had no effect`);
  const { findings, entries } = await verifyAudit(audit, () => undefined);
  faults.push(...findings.map((finding) => findingText(finding).en));
  const { differing } = await replay(office, audit, () => undefined);
  faults.push(
    ...differing.map(({ type, id, differences }) => `${type}/${id} replays to ${JSON.stringify(differences)}`),
  );
  return { entries, timersFired: rings.size, faults };
}
