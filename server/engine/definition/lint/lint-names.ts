import type { DataSchema } from "../../../plugin-api/data-schema.ts";
import type { Json } from "../../../plugin-api/json.ts";
import { EXPRESSION_ROOTS, expressionRoot, expressionsIn } from "../../execution/expressions.ts";
import { relationName } from "../../schema/relation-name.ts";
import { fieldsOf, referencesOf } from "../../schema/walk-schema.ts";
import { systemFields } from "../system-fields.ts";
import type { Findings } from "./findings.ts";

/** What rules and actions may name. */
export interface RuleNames {
  /** The fields of the data; null when any may be there. */
  readonly fields: ReadonlySet<string> | null;
  /** Names of the records that the fields refer to (`memberId` → `member`). */
  readonly related: ReadonlySet<string>;
  /** The type's own id, which need not be published yet. */
  readonly self: string;
}

/** Where something is named, and what may be named there. */
export interface NamingPlace {
  readonly path: string;
  readonly names: RuleNames;
}

/** What the rules of a type may name, given its data: of references those to one record, at the top of the data. */
export function ruleNames(schema: DataSchema = {}, self: string): RuleNames {
  const references = referencesOf(schema).filter(({ field, many }) => !many && !field.includes("."));
  return {
    fields: schema.additionalProperties === true ? null : new Set(fieldsOf(schema).map(({ name }) => name)),
    related: new Set(references.map(({ field }) => relationName(field))),
    self,
  };
}

const OWN_ROOTS: ReadonlySet<string> = new Set(["case", "record"]);

/** A path such as `case.dueOn` or `member.cardUntil`; of a related record any field may be there. */
export function lintPath(name: string, at: NamingPlace, findings: Findings): void {
  const [root = "", field] = name.split(".");
  if (root === "event" || root === "today" || at.names.related.has(root)) return;
  if (OWN_ROOTS.has(root)) {
    if (field !== undefined && !isKept(field)) lintField(field, at, findings);
    return;
  }
  const known = [...OWN_ROOTS, "event", "today", ...at.names.related].join(", ");
  findings.error("unknown-name", at.path, { name, known });
}

/** Every expression in the value, such as `$case.dueOn`. */
export function lintExpressions(value: Json, at: NamingPlace, findings: Findings): void {
  for (const expression of expressionsIn(value)) {
    const root = expressionRoot(expression) ?? "";
    const [, field] = expression.slice(1).split(".");
    if (!EXPRESSION_ROOTS.includes(root)) {
      const known = EXPRESSION_ROOTS.map((each) => `$${each}`).join(", ");
      findings.error("unknown-name", at.path, { name: expression, known });
    } else if (root === "case" && field !== undefined && !isKept(field)) {
      lintField(field, at, findings);
    } else if (root === "related" && field !== undefined && !at.names.related.has(field)) {
      findings.error("unknown-name", at.path, { name: expression, known: [...at.names.related].join(", ") });
    }
  }
}

/** A field of the data, or who follows the case. */
export function lintField(field: string, at: NamingPlace, findings: Findings): void {
  if (at.names.fields === null || at.names.fields.has(field) || field === "assigneeId") return;
  findings.error("unknown-field", at.path, { field });
}

/** A type of the office; one that an expression names is not known yet. */
export function lintType(type: string, at: NamingPlace, findings: Findings): void {
  const known = type === at.names.self || findings.context.recordTypes.includes(type) || type.startsWith("$");
  if (!known) findings.error("unknown-type", at.path, { type });
}

/** Whether rules read it beside the data: what a case is called is worked out after they were asked. */
function isKept(field: string): boolean {
  return systemFields.has(field) && field !== "displayName";
}
