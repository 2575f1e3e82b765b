import type { PublishedType } from "../../domain/definitions/published-type.ts";
import type { Expressions } from "./dialect.ts";
import { dataField, systemColumn } from "./field-columns.ts";
import { literal } from "./sql.ts";

/** A column or view name that needs no quotes: `agreements.companies` → `agreements_companies`. */
export function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
}

/**
 * The query behind the view that bears the type's name: its live records, one column per field, each indexed field
 * under the very expression of its index, so that plain SQL is as fast as the lists. Text fields have their folded
 * text beside them, which sorts as the lists do.
 */
export function typeQuery(type: PublishedType, expressions: Expressions): string {
  const columns = new Map<string, string>();
  const add = (name: string, expression: string) => {
    if (!columns.has(name)) columns.set(name, `${expression} AS "${name}"`);
  };
  for (const { ref } of type.fields.values()) {
    const column = ref.kind === "system" ? systemColumn(ref.name) : undefined;
    if (column !== undefined) add(column, `r.${column}`);
  }
  add("label", "r.label");
  for (const { ref, indexed } of type.fields.values()) {
    const field = dataField(ref);
    if (field === null) continue;
    const name = plainName(field.name);
    add(name, field.kind === "list" ? expressions.json("r", field.name) : expressions.value("r", field));
    if (indexed && field.kind === "text") add(`${name}_key`, expressions.sortKey("r", field.name));
  }
  return `SELECT ${[...columns.values()].join(", ")} FROM records r WHERE r.type = ${literal(type.id)} AND r.deleted_at IS NULL`;
}
