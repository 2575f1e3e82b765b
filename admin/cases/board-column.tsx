import { Droppable } from "@hello-pangea/dnd";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { type ReactNode, useId } from "react";
import { Link } from "react-router";
import type { ActionOffer } from "../../server/engine/execution/decision.ts";
import { unbroken } from "../app/i18n/unbroken.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { DateText } from "../app/parts/date-text.tsx";
import { stageColor } from "../app/theme/stage-palette.ts";
import { BoardCard } from "./board-card.tsx";
import { type BoardCardData, type BoardColumnData, moveTo } from "./board-data.ts";
import { ColumnMenu } from "./column-menu.tsx";
import type { DraggedCard } from "./use-moves.ts";

interface Props {
  readonly workflow: string;
  readonly column: BoardColumnData;
  readonly columns: readonly BoardColumnData[];
  /** What the board shows of all cases. */
  readonly filter: object;
  readonly dragged: DraggedCard | null;
  readonly onMove: (card: BoardCardData, offer: ActionOffer) => void;
}

/** One stage of the board: title, how many, how long the oldest has been there. While a card is dragged it says yes, or why not. */
export function BoardColumn({ workflow, column, columns, filter, dragged, onMove }: Props) {
  const say = useSay();
  const heading = useId();
  const more = column.count - column.cards.length;
  const all = new URLSearchParams({ filter: JSON.stringify({ ...filter, stage: column.stage }) });
  return (
    <Box component="section" aria-labelledby={heading} sx={{ width: 272, flex: "none" }}>
      <Box sx={headLook(column)}>
        <Typography variant="h3" component="h2" id={heading}>
          {column.title}
        </Typography>
        <DropAnswer column={column} dragged={dragged}>
          {column.count}
          {column.oldest ? (
            <>
              {` · ${say("cases.boardOldest")}${say("form.colon")}`}
              <DateText value={column.oldest} relative />
            </>
          ) : null}
        </DropAnswer>
        <ColumnMenu workflow={workflow} column={column} filter={filter} />
      </Box>
      <Cards workflow={workflow} column={column} columns={columns} onMove={onMove} />
      {more > 0 ? (
        <Typography variant="body2" sx={{ px: 1 }}>
          <Link to={`/${workflow}?${all}`}>{say("cases.boardMore", { smart_count: more })}</Link>
        </Typography>
      ) : null}
    </Box>
  );
}

function headLook({ color }: BoardColumnData) {
  return {
    borderTop: 3,
    borderColor: `stage.${stageColor(color)}.solid`,
    position: "relative",
    pt: 1,
    pb: 1,
    px: 0.5,
  } as const;
}

/** Where cards are taken from and dropped. */
function Cards({ column, ...board }: Omit<Props, "filter" | "dragged">) {
  const say = useSay();
  return (
    <Droppable droppableId={column.stage}>
      {(drop, { isDraggingOver }) => (
        <Box
          ref={drop.innerRef}
          {...drop.droppableProps}
          sx={{ minHeight: 64, borderRadius: 1, p: 0.5, bgcolor: isDraggingOver ? "action.hover" : "transparent" }}
        >
          {column.cards.map((card, index) => (
            <BoardCard key={card.id} card={card} index={index} column={column} {...board} />
          ))}
          {drop.placeholder}
          {column.count === 0 && !isDraggingOver ? (
            <Typography variant="body2" sx={{ color: "text.secondary", p: 1 }}>
              {say("cases.boardEmpty")}
            </Typography>
          ) : null}
        </Box>
      )}
    </Droppable>
  );
}

interface DropAnswerProps {
  readonly column: BoardColumnData;
  readonly dragged: DraggedCard | null;
  readonly children: ReactNode;
}

/** The line under the title: while a card is dragged it says yes, or why not, in the same place. */
function DropAnswer({ column, dragged, children }: DropAnswerProps) {
  const say = useSay();
  const isAsked = dragged?.offers && dragged.from !== column.stage;
  const offer = isAsked ? moveTo(column.stage, dragged.offers) : undefined;
  const answer = offer?.allowed ? `✓ ${offer.title}` : unbroken(offer?.reasons[0]?.message ?? say("cases.moveNoWay"));
  const color = offer?.allowed ? "success.main" : "text.secondary";
  return (
    <Typography variant="caption" component="p" noWrap sx={{ color, pr: 4 }} {...(isAsked ? { title: answer } : {})}>
      {isAsked ? answer : children}
    </Typography>
  );
}
