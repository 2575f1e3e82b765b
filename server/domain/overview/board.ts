import { type Stage, stagesOf } from "../../engine/definition/stages.ts";
import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import { isCase } from "../../engine/execution/flatten-record.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import { notAWorkflow } from "../cases/case-errors.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { displayNames, templateTexts } from "../records/display-names.ts";
import { readableType } from "../records/find-type.ts";
import { conditionsFor } from "../records/list-records.ts";
import type { Condition } from "../records/record-reader.ts";

export interface BoardColumn {
  readonly stage: string;
  readonly title: string;
  readonly count: number;
  /** `stageSince` of the case that has been there longest. */
  readonly oldest: string | null;
  /** Those that have waited longest first. */
  readonly cards: readonly BoardCard[];
  /** There are cases without a card here. */
  readonly more: boolean;
}

export interface BoardCard {
  readonly id: string;
  readonly displayName: string;
  /** The one line that matters at this stage. */
  readonly line: string | null;
  readonly stage: string;
  readonly assigneeId: string | null;
  readonly dueAt: string | null;
  readonly stageSince: string;
  readonly version: number;
}

const mostCards = 50;

/**
 * The cases of a workflow by stage. A case in parallel stages stands in the column of each.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, `not-a-workflow`, or 400 for the filter.
 */
export async function board(
  office: Office,
  caller: Caller,
  asked: { readonly type: string; readonly filter?: unknown },
): Promise<readonly BoardColumn[]> {
  const type = readableType(office, caller, asked.type);
  const { definition } = type;
  if (!("machine" in definition)) throw notAWorkflow(type.id);
  const where = conditionsFor(office, caller, { type, filter: asked.filter });
  return Promise.all(columnsOf(definition).map((stage) => column(office, caller, { type, definition, stage, where })));
}

function columnsOf(definition: WorkflowDefinition): readonly Stage[] {
  const stages = stagesOf(definition);
  const chosen = definition.board?.columns;
  if (!chosen) return stages.filter((stage) => stage.leaf);
  return chosen.flatMap((path) => stages.find((stage) => stage.path === path) ?? []);
}

interface ColumnOf {
  readonly type: PublishedType;
  readonly definition: WorkflowDefinition;
  readonly stage: Stage;
  readonly where: readonly Condition[];
}

async function column(office: Office, caller: Caller, of: ColumnOf): Promise<BoardColumn> {
  const { type, definition, stage, where } = of;
  const since = type.fields.get("stageSince");
  const page = await office.reader.list({
    type: type.id,
    where: [...where, { op: "stage", path: stage.path }],
    sort: since ? [{ field: since.ref, direction: "ASC" }] : [],
    offset: 0,
    limit: mostCards,
  });
  const cases = page.rows.map((row) => row.record).filter(isCase);
  const [names, lines] = await Promise.all([
    displayNames(office, caller, cases),
    templateTexts(office, caller, { records: cases, templateOf: (_type, each) => cardTemplate(definition, each) }),
  ]);
  return {
    stage: stage.path,
    title: inLanguage(stage.title, caller.language),
    count: page.total,
    oldest: cases[0]?.stageSince ?? null,
    cards: cases.map((each) => cardOf(each, names.get(each.id) ?? "", lines.get(each.id) || null)),
    more: page.more || page.total > cases.length,
  };
}

function cardOf(each: Case, displayName: string, line: string | null): BoardCard {
  const { id, stage, assigneeId, dueAt, stageSince, version } = each;
  return { id, displayName, line, stage, assigneeId, dueAt, stageSince, version };
}

/** The line of the case's stage, or of the nearest stage around it. */
function cardTemplate(definition: WorkflowDefinition, record: StoredRecord | Case): string {
  const lines = definition.board?.card ?? {};
  for (const leaf of isCase(record) ? record.stage.split(",") : []) {
    for (let path = leaf; path !== ""; path = path.slice(0, Math.max(0, path.lastIndexOf(".")))) {
      const line = lines[path];
      if (line !== undefined) return line;
    }
  }
  return "";
}
