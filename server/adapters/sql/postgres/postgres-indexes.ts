import type { DataField, Plan } from "../dialect.ts";
import { indexName } from "../index-name.ts";
import { literal } from "../sql.ts";
import { postgresList, postgresSortKey, postgresValue } from "./postgres-expressions.ts";

/** Partial expression indexes; for a list, an inverted one. */
export function postgresFieldPlans(type: string, field: DataField): readonly Plan[] {
  const plan = (purpose: string, method: string): Plan => {
    const name = indexName(type, field.name, purpose);
    return {
      name,
      make: [`CREATE INDEX "${name}" ON records USING ${method} WHERE type = ${literal(type)} AND deleted_at IS NULL`],
      drop: [`DROP INDEX IF EXISTS "${name}"`],
    };
  };
  if (field.kind === "list") return [plan("items", `gin (${postgresList("", field.name)} jsonb_path_ops)`)];
  const value = plan("value", `btree (${postgresValue("", field)}, id)`);
  if (field.kind !== "text") return [value];
  return [value, plan("key", `btree (${postgresSortKey("", field.name)}, id)`)];
}
