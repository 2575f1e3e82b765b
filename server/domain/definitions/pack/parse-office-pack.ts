import {
  type Parsed,
  parseOffice,
  parseRecordType,
  parseWorkflow,
} from "../../../engine/definition/parse-definition.ts";
import type { SchemaValidator } from "../../../engine/schema/validator.ts";
import type { SchemaIssue } from "../../../plugin-api/data-schema.ts";
import type { Language } from "../../../plugin-api/text.ts";
import { brokenPackFile, packWithoutOffice } from "../definition-errors.ts";
import type { OfficePack, PackFiles } from "./office-pack.ts";
import { parseJson } from "./parse-json.ts";

/**
 * Reads the files of an office pack: `office.json`, `records/<type>.json` and `<workflow>/workflow.json`.
 *
 * @throws DomainError `broken-definition-file` naming the first file that is wrong, and the place in it.
 */
export function parseOfficePack(files: PackFiles, validator: SchemaValidator): OfficePack {
  const office = files.get("office.json");
  if (office === undefined) throw packWithoutOffice();
  const sorted = [...files].sort(([left], [right]) => (left < right ? -1 : 1));
  const readAll = <Definition extends { readonly id: string }>(path: RegExp, parse: Parse<Definition>) =>
    sorted.flatMap(([file, text]) => {
      const id = path.exec(file)?.[1];
      return id === undefined ? [] : [readDefinition({ file, text, parse, validator, id })];
    });
  return {
    office: readDefinition({ file: "office.json", text: office, parse: parseOffice, validator }),
    recordTypes: readAll(/^records\/([^/]+)\.json$/, parseRecordType),
    workflows: readAll(/^([^/]+)\/workflow\.json$/, parseWorkflow),
  };
}

type Parse<Definition> = (value: unknown, validator: SchemaValidator, language: Language) => Parsed<Definition>;

function readDefinition<Definition extends { readonly id: string }>(input: {
  readonly file: string;
  readonly text: string;
  readonly parse: Parse<Definition>;
  readonly validator: SchemaValidator;
  /** The id that the file's name asks for. */
  readonly id?: string;
}): Definition {
  const { file, text, parse, validator, id } = input;
  const json = parseJson(text);
  if (!json.ok) {
    const { line, column } = json;
    throw brokenPackFile(file, {
      fr: `ce n’est pas du JSON (ligne ${line}, colonne ${column})`,
      en: `this is not JSON (line ${line}, column ${column})`,
    });
  }
  const parsed = parse(json.value, validator, "fr");
  if (!parsed.ok) {
    const inEnglish = parse(json.value, validator, "en");
    const english = inEnglish.ok ? parsed.issues : inEnglish.issues;
    throw brokenPackFile(file, { fr: firstOf(parsed.issues), en: firstOf(english) });
  }
  const { definition } = parsed;
  if (id !== undefined && definition.id !== id) {
    throw brokenPackFile(file, {
      fr: `son « id » est « ${definition.id} » alors que son nom demande « ${id} »`,
      en: `its "id" is "${definition.id}" where its name asks for "${id}"`,
    });
  }
  return definition;
}

/** The first issue as a part of a sentence, with its place. */
function firstOf(issues: readonly SchemaIssue[]): string {
  const [issue] = issues;
  const message = issue?.message.replace(/\.$/, "") ?? "";
  return issue === undefined || issue.path === "" ? message : `${issue.path} : ${message}`;
}
