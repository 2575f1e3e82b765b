import type { ActionOffer } from "../../server/engine/execution/decision.ts";

/** The body of `GET /api/boards/{workflow}`. */
export interface BoardData {
  readonly columns: readonly BoardColumnData[];
}

/** One stage of a board: all its cases counted, the first of them as cards. */
export interface BoardColumnData {
  readonly stage: string;
  readonly title: string;
  readonly color?: string;
  readonly count: number;
  /** When the case that has been here longest came in; UTC ISO-8601. */
  readonly oldest: string | null;
  readonly cards: readonly BoardCardData[];
}

/** What a card tells of a case. */
export interface BoardCardData {
  readonly id: string;
  readonly displayName: string;
  /** The one line that matters in this stage. */
  readonly line: string;
  readonly assigneeId: string | null;
  readonly dueAt: string | null;
  readonly stageSince: string;
  readonly version: number;
}

/** The action that leads to a column, allowed or not; undefined when none does. An allowed one wins. */
export function moveTo(stage: string, offers: readonly ActionOffer[]): ActionOffer | undefined {
  const leading = offers.filter(({ target }) => target !== null && within(target, stage));
  return leading.find(({ allowed }) => allowed) ?? leading[0];
}

/** Whether a target (one stage, or several joined by commas) is the column's stage, is inside it, or holds it. */
function within(target: string, stage: string): boolean {
  return target
    .split(",")
    .some((leaf) => leaf === stage || leaf.startsWith(`${stage}.`) || stage.startsWith(`${leaf}.`));
}
