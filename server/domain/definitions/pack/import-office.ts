import { sameJson } from "../../../engine/execution/merge-data.ts";
import type { Caller } from "../../changes/caller.ts";
import { asJson } from "../as-json.ts";
import { contributedByPlugin, idTaken, otherId } from "../definition-errors.ts";
import type { KindedDefinition, PublishedDefinition } from "../definition-store.ts";
import type { DefinitionsDesk } from "../definitions-desk.ts";
import { type NextVersion, publishDefinitions } from "../publish-definitions.ts";
import { requireAdministrator } from "../require-administrator.ts";
import { definitionsOf, type PackFiles } from "./office-pack.ts";
import { parseOfficePack } from "./parse-office-pack.ts";
import { refuseUnfitPack } from "./refuse-unfit-pack.ts";

/** What an import put in force, and what it found as it is. */
export interface ImportedOffice {
  readonly published: readonly Pick<PublishedDefinition, "kind" | "id" | "version">[];
  /** Ids of definitions that were in force as they are. */
  readonly unchanged: readonly string[];
}

/**
 * Puts every definition of a pack in force that is not as it is in it, all or none. Types that the pack does not have
 * stay, and so do live cases on their versions.
 *
 * @throws DomainError `administrators-only`, `broken-definition-file`, `reserved-id`, `contributed-by-plugin`, `id-taken`,
 * `id-cannot-change`, `published-in-between`.
 */
export async function importOffice(desk: DefinitionsDesk, caller: Caller, files: PackFiles): Promise<ImportedOffice> {
  requireAdministrator(caller);
  const pack = parseOfficePack(files, desk.validator);
  const inForce = await desk.store.inForce();
  refuseUnfitPack(
    desk,
    pack,
    inForce.flatMap((each) => (each.kind === "office" ? [] : [each.definition])),
  );
  const office = inForce.find((each) => each.kind === "office");
  if (office !== undefined && office.id !== pack.office.id) throw otherId(office.id, pack.office.id);
  const next: NextVersion[] = [];
  const unchanged: string[] = [];
  for (const given of definitionsOf(pack)) {
    const known = inForce.find((each) => each.id === given.definition.id && isSameSort(each, given));
    if (known !== undefined) requireReplaceable(known, given);
    const isSame = known !== undefined && sameJson(asJson(known.definition), asJson(given.definition));
    if (isSame) unchanged.push(known.id);
    else next.push({ ...given, after: known?.version ?? 0 });
  }
  const published = next.length === 0 ? [] : await publishDefinitions(desk, caller, next);
  return { published: published.map(({ kind, id, version }) => ({ kind, id, version })), unchanged };
}

/** An office may bear the id of a type; two types may not. */
function isSameSort(left: KindedDefinition, right: KindedDefinition): boolean {
  return (left.kind === "office") === (right.kind === "office");
}

function requireReplaceable(known: PublishedDefinition, given: KindedDefinition): void {
  if (known.kind !== given.kind) throw idTaken(known.id);
  if (known.source !== null) throw contributedByPlugin(known.id, known.source);
}
