import type { DataField, Plan } from "../dialect.ts";
import { literal } from "../sql.ts";
import { indexName } from "../tables/index-name.ts";
import { postgresList, postgresSortKey, postgresValue } from "./postgres-expressions.ts";

/**
 * Partial expression indexes; for a list, an inverted one. PostgreSQL does not look at the statistics of a partial
 * index, so that each expression has statistics of its own.
 */
export function postgresFieldPlans(type: string, field: DataField): readonly Plan[] {
  const index = (purpose: string, method: string): Plan => {
    const name = indexName(type, field.name, purpose);
    return {
      name,
      make: [`CREATE INDEX "${name}" ON records USING ${method} WHERE type = ${literal(type)} AND deleted_at IS NULL`],
      drop: [`DROP INDEX IF EXISTS "${name}"`],
    };
  };
  if (field.kind === "list") return [index("items", `gin (${postgresList("", field.name)} jsonb_path_ops)`)];
  const expressionPlans = (purpose: string, expression: string): readonly Plan[] => {
    const statistics = indexName(type, field.name, `${purpose}_seen`);
    return [
      index(purpose, `btree (${expression}, id)`),
      {
        name: statistics,
        make: [`CREATE STATISTICS "${statistics}" ON (${expression}) FROM records`],
        drop: [`DROP STATISTICS IF EXISTS "${statistics}"`],
      },
    ];
  };
  const value = expressionPlans("value", postgresValue("", field));
  return field.kind === "text" ? [...value, ...expressionPlans("key", postgresSortKey("", field.name))] : value;
}
