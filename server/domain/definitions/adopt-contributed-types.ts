import { sameJson } from "../../engine/execution/merge-data.ts";
import { asJson } from "./as-json.ts";
import type { KindedDefinition, PublishedDefinition } from "./definition-store.ts";
import type { DefinitionsBase, DefinitionsDesk } from "./definitions-desk.ts";
import { indexAgain } from "./index-again.ts";
import { definitionsOf } from "./pack/office-pack.ts";

/** Takes up the types of the plugins in force when one was switched on or off, or brings others than before. */
export async function adoptContributedTypes(desk: DefinitionsDesk): Promise<void> {
  await publishContributedTypes(desk);
  await indexAgain(desk);
}

/**
 * Publishes the types of the plugins in force that are new or not what they were, and reads the registry again. A type
 * of the office goes before one of a plugin by the same id. What they are searched and called by is for `indexAgain`.
 */
export async function publishContributedTypes(base: DefinitionsBase): Promise<void> {
  const inForce = await base.store.inForce();
  const stored = new Map(inForce.flatMap((each) => (each.kind === "office" ? [] : [[each.id, each] as const])));
  const publishedAt = base.clock.now();
  const changed = base.contributed.types().flatMap(({ plugin, recordTypes, workflows }) =>
    definitionsOf({ recordTypes, workflows }).flatMap((each): readonly PublishedDefinition[] => {
      const { id } = each.definition;
      const known = stored.get(id);
      if (known !== undefined && (known.source !== plugin || isSame(known, each))) return [];
      return [{ ...each, id, version: (known?.version ?? 0) + 1, publishedAt, publishedBy: plugin, source: plugin }];
    }),
  );
  if (changed.length > 0) await base.store.publish(changed);
  await base.registry.reload();
  const ids = new Set(changed.map((each) => each.id));
  await base.storage.prepare(base.registry.types().filter((type) => ids.has(type.id)));
}

function isSame(left: KindedDefinition, right: KindedDefinition): boolean {
  return left.kind === right.kind && sameJson(asJson(left.definition), asJson(right.definition));
}
