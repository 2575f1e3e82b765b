import type { DataSchema, SchemaIssue } from "../../../plugin-api/data-schema.ts";
import type { Json, JsonObject } from "../../../plugin-api/json.ts";
import type { Reason } from "../../../plugin-api/reason.ts";
import type { GuardParams } from "../../../plugin-api/workflow-definition.ts";
import { isObject } from "../../schema/is-object.ts";
import type { GuardTree } from "../guard-tree.ts";
import { fieldNamed, look, type RuleInput } from "../rule-input.ts";
import { blocked, open, reasonFor } from "./blocked.ts";
import type { GuardContext, GuardKind } from "./guard-kind.ts";

/**
 * `schema`: a JSON Schema over `{case, record, event, today, …related}`. While the form is not filled in, what it says
 * of the rest of the document still blocks; what it says of `event` cannot be known.
 */
export const schemaGuard: GuardKind = {
  evaluate(params, context) {
    const schema = schemaOf(params);
    if (context.input.event !== undefined || !asksEvent(schema)) return check(schema, params, context);
    const rest = withoutEvent(schema);
    if (asksEvent(rest)) return open("schema", null);
    const tree = check(rest, params, context);
    return tree.ok ? open("schema", null) : tree;
  },
  problems: (params) => (isObject(params["schema"]) ? [] : [{ param: "schema" }]),
};

/** The fields of `case` that the schema says must be there. */
export function caseFieldsRequired(params: GuardParams): readonly string[] {
  return schemaOf(params).properties?.["case"]?.required ?? [];
}

function schemaOf(params: GuardParams): DataSchema {
  const schema = params["schema"];
  return isObject(schema) ? (schema as DataSchema) : {};
}

function check(schema: DataSchema, params: GuardParams, { input, tools }: GuardContext): GuardTree {
  const issues = tools.validator.check(schema, documentOf(input), input.language);
  const [first] = issues;
  if (first === undefined) return open("schema", true);
  const seen = look(first.path, input);
  return blocked("schema", reasonsOf(issues, params, input), {
    expected: first.keyword,
    actual: seen.known ? (seen.value ?? null) : null,
  });
}

/** The definition's own message once, or one reason for each thing that is wrong. */
function reasonsOf(issues: readonly SchemaIssue[], params: GuardParams, input: RuleInput): readonly Reason[] {
  const told = params.message === undefined ? issues : issues.slice(0, 1);
  return told.map((issue) =>
    reasonFor(params, input, {
      code: "rule",
      message: issue.message,
      field: params.field ?? fieldNamed(issue.path),
    }),
  );
}

function documentOf(input: RuleInput): JsonObject {
  const document: { [name: string]: Json } = {
    ...input.related,
    case: input.case,
    record: input.case,
    today: input.today,
  };
  if (input.event === undefined) return document;
  return { ...document, event: input.event };
}

function asksEvent(schema: DataSchema): boolean {
  const inner = [schema.not, schema.if, schema.then, schema.else, ...(schema.allOf ?? []), ...(schema.anyOf ?? [])];
  return (
    Object.hasOwn(schema.properties ?? {}, "event") ||
    (schema.required ?? []).includes("event") ||
    inner.some((part) => part !== undefined && asksEvent(part))
  );
}

function withoutEvent(schema: DataSchema): DataSchema {
  const { properties = {}, required = [], ...rest } = schema;
  const { event: _event, ...others } = properties;
  return { ...rest, properties: others, required: required.filter((name) => name !== "event") };
}
