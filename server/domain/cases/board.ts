import type { Stage } from "../../engine/definition/stages.ts";
import type { Case } from "../../engine/execution/case.ts";
import { isCase } from "../../engine/execution/flatten-record.ts";
import { inLanguage, type Text } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { readableType } from "../records/find-type.ts";
import { conditionsFor } from "../records/lists/list-records.ts";
import { displayNames, templateTexts } from "../records/naming/display-names.ts";
import type { Condition } from "../records/record-reader.ts";
import { notAWorkflow } from "./case-errors.ts";

const mostCards = 50;

/** The cases of one stage. */
interface StageOfBoard {
  readonly stage: string;
  readonly title: string;
  readonly color: string | null;
  readonly count: number;
  readonly more: boolean;
  /** `stageSince` of the case that has been there longest. */
  readonly oldest: string | null;
  readonly cards: readonly Card[];
}

/** What a card shows of its case; `line` is the one thing that matters at its stage. */
interface Card extends Pick<Case, "id" | "version" | "stage" | "assigneeId" | "dueAt" | "stageSince"> {
  readonly displayName: string;
  readonly line: string;
}

/**
 * The cases of a workflow by stage, those that have waited longest first, at most 50 a column.
 *
 * @throws DomainError `unknown-type`, `not-a-workflow`, `may-not-read`, or 400 naming the key of the filter.
 */
export async function board(
  office: Office,
  caller: Caller,
  { type: id, filter }: { readonly type: string; readonly filter?: unknown },
): Promise<{ readonly columns: readonly StageOfBoard[] }> {
  const type = readableType(office, caller, id);
  if (type.compiled === undefined) throw notAWorkflow(id);
  const where = conditionsFor(office, caller, { type, filter });
  const stages = columnStages(type, type.compiled.stages);
  const columns = stages.map((stage) => column(office, caller, { type, stage, where }));
  return { columns: await Promise.all(columns) };
}

/** The stages that the definition names as columns; without it, every stage that a case can stand in. */
function columnStages(type: PublishedType, stages: readonly Stage[]): readonly Stage[] {
  const named = "board" in type.definition ? type.definition.board?.columns : undefined;
  if (named === undefined) return stages.filter((stage) => stage.leaf);
  return named.flatMap((path) => stages.filter((stage) => stage.path === path));
}

interface Column {
  readonly type: PublishedType;
  readonly stage: Stage;
  readonly where: readonly Condition[];
}

async function column(office: Office, caller: Caller, { type, stage, where }: Column): Promise<StageOfBoard> {
  const page = await office.reader.list({
    type: type.id,
    where: [...where, { op: "stage", path: stage.path }],
    sort: [{ field: { name: "stageSince", kind: "system" }, direction: "ASC" }],
    offset: 0,
    limit: mostCards,
  });
  const cases = page.rows.map((row) => row.record).filter(isCase);
  const names = await displayNames(office, caller, cases);
  const template = inLanguage(lineTemplate(type, stage.path), caller.language);
  const templateOf = () => template;
  const lines = await templateTexts(office, caller, { records: cases, templateOf });
  return {
    stage: stage.path,
    title: inLanguage(stage.title, caller.language),
    color: stage.color ?? null,
    count: page.total,
    more: page.total > cases.length,
    oldest: cases[0]?.stageSince ?? null,
    cards: cases.map(({ id, version, stage: place, assigneeId, dueAt, stageSince }) => {
      const words = { displayName: names.get(id) ?? "", line: lines.get(id) ?? "" };
      return { id, version, stage: place, ...words, assigneeId, dueAt, stageSince };
    }),
  };
}

/** The template of the stage's line, or of the stage around it. */
function lineTemplate(type: PublishedType, stage: string): Text {
  const lines = ("board" in type.definition ? type.definition.board?.card : undefined) ?? {};
  const [leaf = ""] = stage.split(",");
  for (let path = leaf; path !== ""; path = path.slice(0, Math.max(0, path.lastIndexOf(".")))) {
    const line = lines[path];
    if (line !== undefined) return line;
  }
  return "";
}
