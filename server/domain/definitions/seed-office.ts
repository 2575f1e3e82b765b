import type { Finding } from "../../engine/definition/finding.ts";
import { lintRecordType } from "../../engine/definition/lint-record-type.ts";
import { lintWorkflow } from "../../engine/definition/lint-workflow.ts";
import { adoptContributedTypes } from "./adopt-contributed-types.ts";
import { brokenPackFile } from "./definition-errors.ts";
import type { KindedDefinition, PublishedDefinition } from "./definition-store.ts";
import type { DefinitionsBase } from "./definitions-desk.ts";
import { lintContext } from "./lint-context.ts";
import type { OfficePack } from "./office-pack.ts";

/**
 * Makes the definitions ready at start: a database without an office is given that of the pack, the types of the
 * plugins in force are brought up to date, and the registry read. Answers whether the pack was loaded.
 *
 * @throws DomainError `broken-definition-file` for the pack's first file that lint finds an error in; nothing is kept then.
 */
export async function seedOffice(base: DefinitionsBase, pack: () => Promise<OfficePack>): Promise<boolean> {
  const stored = await base.store.inForce();
  const isFirstStart = stored.every((each) => each.kind !== "office");
  if (isFirstStart) {
    const loaded = await pack();
    refuseUnfit(base, loaded);
    await base.store.publish(definitionsOf(loaded).map((each) => firstVersion(each, base.clock.now())));
  }
  await base.registry.reload();
  await adoptContributedTypes(base);
  await base.storage.prepare(base.registry.types());
  return isFirstStart;
}

function definitionsOf({ office, recordTypes, workflows }: OfficePack): readonly KindedDefinition[] {
  return [
    { kind: "office", definition: office },
    ...recordTypes.map((definition) => ({ kind: "record-type" as const, definition })),
    ...workflows.map((definition) => ({ kind: "workflow" as const, definition })),
  ];
}

function firstVersion(kinded: KindedDefinition, publishedAt: string): PublishedDefinition {
  return { ...kinded, id: kinded.definition.id, version: 1, publishedAt, publishedBy: "Passerelle", source: null };
}

function refuseUnfit(base: DefinitionsBase, pack: OfficePack): void {
  const contexts = {
    fr: lintContext({
      office: pack.office,
      types: typeIdsOf(base, pack),
      contributed: base.contributed,
      language: "fr",
    }),
    en: lintContext({
      office: pack.office,
      types: typeIdsOf(base, pack),
      contributed: base.contributed,
      language: "en",
    }),
  };
  for (const definition of pack.recordTypes) {
    const lint = (language: "fr" | "en") => lintRecordType(definition, contexts[language]).errors[0];
    refuse(`records/${definition.id}.json`, lint);
  }
  for (const definition of pack.workflows) {
    const lint = (language: "fr" | "en") => lintWorkflow(definition, contexts[language]).errors[0];
    refuse(`${definition.id}/workflow.json`, lint);
  }
}

function refuse(file: string, firstError: (language: "fr" | "en") => Finding | undefined): void {
  const [fr, en] = [firstError("fr"), firstError("en")];
  if (fr === undefined || en === undefined) return;
  throw brokenPackFile(file, { fr: `${fr.path} : ${asPart(fr.message)}`, en: `${en.path}: ${asPart(en.message)}` });
}

/** A sentence as a part of another. */
function asPart(sentence: string): string {
  return sentence.replace(/\.$/, "");
}

function typeIdsOf(base: DefinitionsBase, pack: OfficePack): readonly string[] {
  const contributed = base.contributed.types().flatMap((types) => [...types.recordTypes, ...types.workflows]);
  return [...pack.recordTypes, ...pack.workflows, ...contributed].map((type) => type.id);
}
