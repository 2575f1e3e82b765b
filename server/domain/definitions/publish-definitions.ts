import type { Caller } from "../changes/caller.ts";
import { publishedInBetween } from "./definition-errors.ts";
import type { KindedDefinition, PublishedDefinition } from "./definition-store.ts";
import type { DefinitionsDesk } from "./definitions-desk.ts";
import { indexAgain } from "./index-again.ts";

/** A definition on its way into force. */
export type NextVersion = KindedDefinition & {
  /** The version in force, 0 when there is none. */
  readonly after: number;
};

/**
 * Puts definitions in force, all or none: at once on this process, with the indexes that they ask for; where what can
 * be searched or sorted by is not what it was, the search entries of the type are written again.
 *
 * @throws DomainError `published-in-between`.
 */
export async function publishDefinitions(
  desk: DefinitionsDesk,
  caller: Caller,
  next: readonly NextVersion[],
): Promise<readonly PublishedDefinition[]> {
  const published = next.map(
    ({ after, ...kinded }): PublishedDefinition => ({
      ...kinded,
      id: kinded.definition.id,
      version: after + 1,
      publishedAt: desk.clock.now(),
      publishedBy: caller.principal.name,
      source: null,
    }),
  );
  const before = new Map(desk.registry.types().map((type) => [type.id, type]));
  if (!(await desk.store.publish(published))) throw publishedInBetween(published.map((each) => each.id).join(", "));
  await desk.registry.reload();
  const changed = desk.registry.types().filter((type) => before.get(type.id)?.version !== type.version);
  await desk.storage.prepare(changed);
  await indexAgain(desk);
  return published;
}
