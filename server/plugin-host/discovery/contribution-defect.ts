import type { LintAnswer } from "../../engine/definition/finding.ts";
import type { LintContext } from "../../engine/definition/lint-context.ts";
import { lintRecordType } from "../../engine/definition/lint-record-type.ts";
import { lintWorkflow } from "../../engine/definition/lint-workflow.ts";
import { type Parsed, parseRecordType, parseWorkflow } from "../../engine/definition/parse-definition.ts";
import { isObject } from "../../engine/schema/is-object.ts";
import type { SchemaValidator } from "../../engine/schema/validator.ts";
import type { Plugin } from "../../plugin-api/define-plugin.ts";
import type { Language, Text } from "../../plugin-api/text.ts";
import type { PluginDefect } from "./found-plugin.ts";
import { keyedKinds } from "./keyed-kinds.ts";

const keyed = [...keyedKinds, "pages", "widgets"] as const satisfies readonly (keyof Plugin)[];

/** What lint says of names that are the office's or another plugin's: they may be there by the time they are asked for. */
const ofOthers = new Set(["unknown-role", "unknown-type", "unknown-guard", "unknown-action"]);

/** What is wrong with what a plugin brings, by itself: code without types declares what it likes. Null where nothing is. */
export function contributionDefect(plugin: Plugin, validator: SchemaValidator): PluginDefect | null {
  for (const kind of keyed) {
    const contributions: unknown = plugin[kind] ?? {};
    if (!isObject(contributions) || !Object.values(contributions).every(hasTitle)) return untitled(kind);
  }
  for (const kind of ["recordTypes", "workflows"] as const) {
    const types: unknown = plugin[kind] ?? [];
    if (!Array.isArray(types)) return untitled(kind);
    for (const type of types) {
      const defect = typeDefect(kind, type, validator);
      if (defect) return defect;
    }
  }
  return null;
}

function typeDefect(kind: "recordTypes" | "workflows", type: unknown, validator: SchemaValidator): PluginDefect | null {
  const says = (language: Language) =>
    kind === "workflows"
      ? firstError(parseWorkflow(type, validator, language), lintWorkflow, language)
      : firstError(parseRecordType(type, validator, language), lintRecordType, language);
  const [fr, en] = [says("fr"), says("en")];
  if (fr === null || en === null) return null;
  const id = isObject(type) ? String(type["id"]) : kind;
  return { fr: `son type « ${id} » est à corriger : ${fr}`, en: `its type “${id}” needs to be corrected: ${en}` };
}

function firstError<Definition>(
  parsed: Parsed<Definition>,
  lint: (definition: Definition, context: LintContext) => LintAnswer,
  language: Language,
): string | null {
  if (!parsed.ok) return parsed.issues.map(({ path, message }) => `${path} ${message}`)[0] ?? null;
  const { errors } = lint(parsed.definition, { roles: [], recordTypes: [], guards: [], actions: [], language });
  return errors.filter(({ code }) => !ofOthers.has(code)).map(({ path, message }) => `${message} (${path})`)[0] ?? null;
}

function hasTitle(contribution: unknown): boolean {
  const title = isObject(contribution) ? (contribution["title"] as Text | undefined) : undefined;
  return typeof title === "string" || typeof title?.fr === "string";
}

const untitled = (kind: string): PluginDefect => ({
  fr: `ce qu’elle déclare sous « ${kind} » n’est pas ce que l’interface des extensions demande : un titre pour chaque élément.`,
  en: `what it declares under “${kind}” is not what the plugin interface asks for: a title for each part.`,
});
