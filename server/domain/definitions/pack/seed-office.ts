import { tasksRecordType } from "../../tasks/tasks-record-type.ts";
import { publishContributedTypes } from "../adopt-contributed-types.ts";
import type { KindedDefinition, PublishedDefinition } from "../definition-store.ts";
import type { DefinitionsBase } from "../definitions-desk.ts";
import { definitionsOf, type OfficePack } from "./office-pack.ts";
import { refuseUnfitPack } from "./refuse-unfit-pack.ts";

/**
 * Makes the definitions ready at start: a database without an office is given that of the pack, the types of the
 * plugins in force are brought up to date, and the registry read; `indexAgain` is due once the office is open. Returns
 * whether the pack was loaded.
 *
 * @throws DomainError `broken-definition-file` for the first file of the pack that is wrong; nothing is kept then.
 */
export async function seedOffice(base: DefinitionsBase, readPack: () => Promise<OfficePack>): Promise<boolean> {
  const stored = await base.store.inForce();
  const isFirstStart = stored.every((each) => each.kind !== "office");
  if (isFirstStart) {
    const pack = withTasks(await readPack());
    refuseUnfitPack(base, pack);
    const publishedAt = base.clock.now();
    await base.store.publish(definitionsOf(pack).map((each) => firstVersion(each, publishedAt)));
  }
  await publishContributedTypes(base);
  await base.storage.prepare(base.registry.types());
  return isFirstStart;
}

/** Every office has tasks; a pack may bring its own. */
function withTasks(pack: OfficePack): OfficePack {
  const isThere = pack.recordTypes.some((each) => each.id === tasksRecordType.id);
  return isThere ? pack : { ...pack, recordTypes: [...pack.recordTypes, tasksRecordType] };
}

function firstVersion(kinded: KindedDefinition, publishedAt: string): PublishedDefinition {
  return { ...kinded, id: kinded.definition.id, version: 1, publishedAt, publishedBy: "Passerelle", source: null };
}
