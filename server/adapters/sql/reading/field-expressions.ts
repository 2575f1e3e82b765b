import type { FieldRef } from "../../../domain/records/record-reader.ts";
import type { Expressions } from "../dialect.ts";
import { dataField, systemColumn } from "./field-columns.ts";

/** What a field is filtered by. @throws Error when no system field is called so. */
export function comparedExpression(expressions: Expressions, alias: string, field: FieldRef): string {
  const data = dataField(field);
  if (data === null) return columnOf(alias, field);
  return data.kind === "list" ? expressions.json(alias, data.name) : expressions.value(alias, data);
}

/** What a field is sorted by, and what sizes are compared with: the folded text of a text. */
export function sortedExpression(expressions: Expressions, alias: string, field: FieldRef): string {
  return field.kind === "text" ? expressions.sortKey(alias, field.name) : comparedExpression(expressions, alias, field);
}

function columnOf(alias: string, field: FieldRef): string {
  const column = systemColumn(field.name);
  if (column === undefined) throw new Error(`No system field is called "${field.name}"`);
  return `${alias}.${column}`;
}
