import type { ListView } from "../../../plugin-api/record-type-definition.ts";
import type { Text } from "../../../plugin-api/text.ts";
import type { BoardView } from "../../../plugin-api/workflow-definition.ts";
import type { Stage } from "../stages.ts";
import { token } from "../state-tree.ts";
import { systemFields } from "../system-fields.ts";
import type { Findings } from "./findings.ts";

/** What lists, boards and names show. */
export interface Views {
  readonly display?: string;
  readonly sortName?: string;
  readonly tellApart?: readonly string[];
  readonly list?: ListView;
  readonly facts?: readonly string[];
  readonly board?: BoardView;
}

/** Fields and stages that a view names and the type does not have. */
export function lintViews(
  views: Views,
  known: { readonly fields: ReadonlySet<string> | null; readonly stages: readonly Stage[] },
  findings: Findings,
): void {
  const { display = "", sortName = "", tellApart = [], list = {}, facts = [], board = {} } = views;
  const check = (field: string, path: string): void => {
    const [name = ""] = field.split(".");
    if (known.fields === null || known.fields.has(name) || (systemFields.has(name) && name !== "state")) return;
    findings.warning("unknown-field", path, { field });
  };
  for (const field of templateFields(display)) check(field, "/display");
  for (const field of templateFields(sortName)) check(field, "/sortName");
  for (const [n, field] of tellApart.entries()) check(field, `/tellApart/${n}`);
  for (const view of ["columns", "filters"] as const) {
    for (const [n, field] of (list[view] ?? []).entries()) check(field, `/list/${view}/${n}`);
  }
  if (list.sort !== undefined) check(list.sort[0], "/list/sort");
  for (const [n, field] of facts.entries()) check(field, `/facts/${n}`);

  const paths = new Set(known.stages.map(({ path }) => path));
  const checkStage = (stage: string, path: string): void => {
    if (!paths.has(stage)) findings.warning("unknown-stage", path, { stage });
  };
  for (const [n, stage] of (board.columns ?? []).entries()) checkStage(stage, `/board/columns/${n}`);
  for (const [stage, template] of Object.entries(board.card ?? {})) {
    const path = `/board/card/${token(stage)}`;
    checkStage(stage, path);
    for (const text of textsOf(template)) for (const field of templateFields(text)) check(field, path);
  }
}

function textsOf(text: Text): readonly string[] {
  return typeof text === "string" ? [text] : Object.values(text);
}

/** The fields between braces; `|` parts those of which the first that is filled in is taken. */
function templateFields(template: string): readonly string[] {
  return [...template.matchAll(/\{([^}]*)\}/g)].flatMap(([, names = ""]) =>
    names.split("|").map((name) => name.split(":")[0]?.trim() ?? ""),
  );
}
