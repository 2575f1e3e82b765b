import type { Finding } from "../../../engine/definition/finding.ts";
import { lintRecordType } from "../../../engine/definition/lint-record-type.ts";
import { lintWorkflow } from "../../../engine/definition/lint-workflow.ts";
import type { RecordTypeDefinition } from "../../../plugin-api/record-type-definition.ts";
import type { WorkflowDefinition } from "../../../plugin-api/workflow-definition.ts";
import { brokenPackFile } from "../definition-errors.ts";
import type { DefinitionsBase } from "../definitions-desk.ts";
import { lintContext } from "../lint-context.ts";
import { lintOffice } from "../lint-office.ts";
import { refuseReservedId } from "../reserved-ids.ts";
import { packPath } from "./export-office.ts";
import { definitionsOf, type OfficePack } from "./office-pack.ts";

type TypeDefinition = RecordTypeDefinition | WorkflowDefinition;

type FirstError = (language: "fr" | "en") => Finding | undefined;

/**
 * Refuses a pack that could not work beside the types of the plugins and those that are there already.
 *
 * @throws DomainError `reserved-id`, or `broken-definition-file` for the first file that lint finds an error in.
 */
export function refuseUnfitPack(
  { contributed }: Pick<DefinitionsBase, "contributed">,
  pack: OfficePack,
  inForce: readonly TypeDefinition[] = [],
): void {
  const own = [...pack.recordTypes, ...pack.workflows];
  const others = [...contributed.types().flatMap(definitionsOfPlugin), ...inForce];
  const isOwn = new Set(own.map((type) => type.id));
  const types = [...own, ...others.filter((type) => !isOwn.has(type.id))];
  const context = (language: "fr" | "en") =>
    lintContext({ office: pack.office, types: types.map((type) => type.id), contributed, language });
  for (const each of definitionsOf(pack)) {
    if (each.kind !== "office") refuseReservedId(each.definition.id);
    const firstError: FirstError = (language) => {
      if (each.kind === "workflow") return lintWorkflow(each.definition, context(language)).errors[0];
      if (each.kind === "record-type") return lintRecordType(each.definition, context(language)).errors[0];
      return lintOffice(
        each.definition,
        types.map((definition) => ({ id: definition.id, definition })),
        language,
      )[0];
    };
    refuse(packPath(each), firstError);
  }
}

function definitionsOfPlugin(plugin: Pick<OfficePack, "recordTypes" | "workflows">): readonly TypeDefinition[] {
  return [...plugin.recordTypes, ...plugin.workflows];
}

function refuse(file: string, firstError: FirstError): void {
  const [fr, en] = [firstError("fr"), firstError("en")];
  if (fr === undefined || en === undefined) return;
  throw brokenPackFile(file, { fr: `${fr.path} : ${asPart(fr.message)}`, en: `${en.path}: ${asPart(en.message)}` });
}

/** A sentence as a part of another. */
function asPart(sentence: string): string {
  return sentence.replace(/\.$/, "");
}
