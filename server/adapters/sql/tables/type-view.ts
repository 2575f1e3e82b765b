import type { PublishedType } from "../../../domain/definitions/published-type.ts";
import type { Expressions, Plan } from "../dialect.ts";
import { dataField, systemColumn } from "../reading/field-columns.ts";
import { literal } from "../sql.ts";
import { indexName } from "./index-name.ts";

/**
 * The view that shows a type to plain SQL, under the type's name.
 *
 * @param isTaken Whether that name is already a table's, or the view's of another type.
 */
export async function viewPlan(
  type: PublishedType,
  expressions: Expressions,
  isTaken: (name: string) => Promise<boolean>,
): Promise<Plan> {
  const plain = plainName(type.id);
  const name = (await isTaken(plain)) ? indexName(type.id, "", "records") : plain;
  return {
    name,
    make: [`CREATE VIEW "${name}" AS ${typeQuery(type, expressions)}`],
    drop: [`DROP VIEW IF EXISTS "${name}"`],
  };
}

/** A column or view name that needs no quotes: `binding.material` → `binding_material`. */
function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
}

/**
 * Its live records, one column per field, each indexed field under the very expression of its index, so that plain SQL is
 * as fast as the lists. Text fields have their folded text beside them, which sorts as the lists do.
 */
function typeQuery(type: PublishedType, expressions: Expressions): string {
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
