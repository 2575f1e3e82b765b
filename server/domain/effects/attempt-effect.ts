import { deepestChain } from "../changes/chain-depth.ts";
import type { Change } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import type { DueEffect } from "../changes/work-queue.ts";
import { failWork } from "../incidents/fail-work.ts";
import { endlessChain } from "./effect-errors.ts";
import { runEffect } from "./run-effect.ts";

/** Does an effect; when that fails, it is put back for later or kept as an incident. Returns the changes that it made. */
export async function attemptEffect(office: Office, effect: DueEffect): Promise<readonly Change[]> {
  const { key, type, recordType, recordId, attempts } = effect;
  try {
    if (effect.depth >= deepestChain) throw endlessChain(deepestChain);
    const changes = await runEffect(office, effect);
    office.meter.count("passerelle_effects_total", { action: type });
    return changes;
  } catch (error) {
    const work = { source: "effect", key } as const;
    await failWork(office, { work, kind: `effect:${type}`, recordType, recordId, attempts }, error);
    return [];
  }
}
