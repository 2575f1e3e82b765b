import type { PublishedType, Registry } from "../definitions/published-type.ts";

/** Whether the records of the type are about people, so that they can be erased. */
export function isPersonal({ definition }: PublishedType): boolean {
  return definition.personal === true || definition.privacy !== undefined;
}

/** The fields that refer to whom a record of the type is about. */
export function aboutFields(registry: Pick<Registry, "type">, { definition, references }: PublishedType) {
  const { about } = definition.privacy ?? {};
  if (about !== undefined) return about;
  return references.filter(({ type }) => registry.type(type)?.definition.personal === true).map(({ field }) => field);
}

/** The fields that stay for figures when a record of the type is forgotten; null when nothing does. */
export function keptFields(registry: Pick<Registry, "type">, type: PublishedType): readonly string[] | null {
  const { keep } = type.definition.privacy ?? {};
  return keep === undefined ? null : [...new Set([...aboutFields(registry, type), ...keep])];
}
