import { sameJson } from "../../engine/execution/merge-data.ts";
import type { Json } from "../../plugin-api/json.ts";
import type { KindedDefinition, PublishedDefinition } from "./definition-store.ts";
import type { DefinitionsBase } from "./definitions-desk.ts";

/**
 * Publishes the types of the plugins in force that are new or not what they were, and reads the registry again: at
 * start, and when a plugin is switched on or off. A type of the office goes before one of a plugin by the same id.
 */
export async function adoptContributedTypes(base: DefinitionsBase): Promise<void> {
  const stored = new Map((await base.store.inForce()).map((each) => [each.id, each]));
  const publishedAt = base.clock.now();
  const changed = base.contributed.types().flatMap(({ plugin, recordTypes, workflows }) => {
    const kinded: readonly KindedDefinition[] = [
      ...recordTypes.map((definition) => ({ kind: "record-type" as const, definition })),
      ...workflows.map((definition) => ({ kind: "workflow" as const, definition })),
    ];
    return kinded.flatMap((each): readonly PublishedDefinition[] => {
      const { id } = each.definition;
      const known = stored.get(id);
      if (known !== undefined && (known.source !== plugin || isSame(known, each))) return [];
      return [{ ...each, id, version: (known?.version ?? 0) + 1, publishedAt, publishedBy: plugin, source: plugin }];
    });
  });
  if (changed.length > 0) await base.store.publish(changed);
  await base.registry.reload();
  const ids = new Set(changed.map((each) => each.id));
  await base.storage.prepare(base.registry.types().filter((type) => ids.has(type.id)));
}

/** Definitions are JSON documents, whatever TypeScript says of their parts. */
function isSame(left: KindedDefinition, right: KindedDefinition): boolean {
  return left.kind === right.kind && sameJson(asJson(left.definition), asJson(right.definition));
}

function asJson(definition: unknown): Json {
  return JSON.parse(JSON.stringify(definition));
}
