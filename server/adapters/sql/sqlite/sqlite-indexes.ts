import type { DataField, Plan } from "../dialect.ts";
import { jsonPath } from "../reading/field-path.ts";
import { literal } from "../sql.ts";
import { indexName } from "../tables/index-name.ts";
import { systemOrders } from "./order-index-name.ts";
import { sqliteSortKey, sqliteValue } from "./sqlite-expressions.ts";

/**
 * Every index is of one type only. One that began with the type would be taken for each list: without statistics,
 * SQLite thinks that any equality finds few records.
 */
export function sqliteSystemPlans(type: string, kind: "record" | "workflow"): readonly Plan[] {
  const orders = [...systemOrders].filter(([, order]) => order.kind === undefined || order.kind === kind);
  const seq = indexName(type, "seq", "system");
  return [
    ...orders.map(([name, { columns }]) => indexPlan(type, indexName(type, name, "system"), columns)),
    {
      name: seq,
      make: [`CREATE INDEX "${seq}" ON records (seq) WHERE type = ${literal(type)}`],
      drop: [`DROP INDEX IF EXISTS "${seq}"`],
    },
  ];
}

/** Expression indexes; for a list, rows of its items that triggers keep. */
export function sqliteFieldPlans(type: string, field: DataField): readonly Plan[] {
  if (field.kind === "list") return [itemsPlan(type, field.name)];
  const value = indexPlan(type, indexName(type, field.name, "value"), `${sqliteValue("", field)}, id`);
  if (field.kind !== "text") return [value];
  return [value, indexPlan(type, indexName(type, field.name, "key"), `${sqliteSortKey("", field.name)}, id`)];
}

function indexPlan(type: string, name: string, columns: string): Plan {
  return {
    name,
    make: [`CREATE INDEX "${name}" ON records (${columns}) WHERE type = ${literal(type)} AND deleted_at IS NULL`],
    drop: [`DROP INDEX IF EXISTS "${name}"`],
  };
}

function itemsPlan(type: string, field: string): Plan {
  const name = indexName(type, field, "items");
  const remove = `DELETE FROM record_items WHERE row_id = old.row_id AND field = ${literal(field)}`;
  const add = (row: string) =>
    `INSERT OR IGNORE INTO record_items (type, field, item, row_id)
    SELECT ${literal(type)}, ${literal(field)}, item.value, ${row}.row_id FROM json_each(${row}.data, ${jsonPath(field)}) AS item
    WHERE item.value IS NOT NULL AND ${row}.deleted_at IS NULL`;
  const sameType = `new.type = ${literal(type)}`;
  return {
    name,
    make: [
      `CREATE TRIGGER "${name}_added" AFTER INSERT ON records WHEN ${sameType} BEGIN ${add("new")}; END`,
      `CREATE TRIGGER "${name}_changed" AFTER UPDATE OF data, deleted_at ON records
      WHEN ${sameType} AND (new.deleted_at IS NOT old.deleted_at
        OR (new.data -> ${jsonPath(field)}) IS NOT (old.data -> ${jsonPath(field)}))
      BEGIN ${remove}; ${add("new")}; END`,
      `INSERT OR IGNORE INTO record_items (type, field, item, row_id)
      SELECT ${literal(type)}, ${literal(field)}, item.value, records.row_id
      FROM records, json_each(records.data, ${jsonPath(field)}) AS item
      WHERE records.type = ${literal(type)} AND records.deleted_at IS NULL AND item.value IS NOT NULL`,
    ],
    drop: [
      `DROP TRIGGER IF EXISTS "${name}_added"`,
      `DROP TRIGGER IF EXISTS "${name}_changed"`,
      `DELETE FROM record_items WHERE type = ${literal(type)} AND field = ${literal(field)}`,
    ],
  };
}
