import { allGuard, anyGuard, notGuard } from "./combined-guards.ts";
import { compareGuard } from "./compare-guard.ts";
import { countGuard } from "./count-guard.ts";
import { dateGuard } from "./date-guard.ts";
import type { GuardKind } from "./guard-kind.ts";
import { schemaGuard } from "./schema-guard.ts";
import { textGuard } from "./text-guard.ts";

/** The rules that every office has, by the `type` that names them. */
export const builtInGuards: ReadonlyMap<string, GuardKind> = new Map([
  ["schema", schemaGuard],
  ["all", allGuard],
  ["any", anyGuard],
  ["not", notGuard],
  ["date", dateGuard],
  ["compare", compareGuard],
  ["count", countGuard],
  ["text", textGuard],
]);
