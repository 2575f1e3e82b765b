import { sameJson } from "../../engine/execution/merge-data.ts";
import { asJson } from "./as-json.ts";
import type { KindedDefinition, PublishedDefinition } from "./definition-store.ts";
import type { DefinitionsBase } from "./definitions-desk.ts";
import { definitionsOf } from "./pack/office-pack.ts";

/**
 * Publishes the types of the plugins in force that are new or not what they were, and reads the registry again: at
 * start, and when a plugin is switched on or off. A type of the office goes before one of a plugin by the same id.
 */
export async function adoptContributedTypes(base: DefinitionsBase): Promise<void> {
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
