import { Draggable } from "@hello-pangea/dnd";
import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { Link } from "react-router";
import type { ActionOffer } from "../../server/engine/execution/decision.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { useStaffName } from "../app/office/use-office.ts";
import { DueChip } from "../app/parts/due-chip.tsx";
import { PersonInitials } from "../app/parts/person-initials.tsx";
import type { BoardCardData, BoardColumnData } from "./board-data.ts";
import { MoveMenu } from "./move-menu.tsx";

interface Props {
  readonly workflow: string;
  readonly card: BoardCardData;
  readonly index: number;
  readonly column: BoardColumnData;
  readonly columns: readonly BoardColumnData[];
  readonly onMove: (card: BoardCardData, offer: ActionOffer) => void;
}

/** A case on the board: its name, the one line that matters in this stage, who follows it, what is due. Nothing else. */
export function BoardCard({ workflow, card, index, column, columns, onMove }: Props) {
  const say = useSay();
  const assignee = useStaffName(card.assigneeId);
  return (
    <Draggable draggableId={card.id} index={index}>
      {(drag, { isDragging }) => (
        <Paper
          ref={drag.innerRef}
          {...drag.draggableProps}
          {...drag.dragHandleProps}
          role="group"
          aria-label={card.displayName}
          variant="outlined"
          sx={{ mb: 1, p: 1.25, cursor: "grab", userSelect: "none", ...(isDragging ? { boxShadow: 4 } : {}) }}
        >
          <Stack direction="row" spacing={0.5} sx={{ alignItems: "flex-start" }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Link to={`/${workflow}/${card.id}`} draggable={false}>
                {card.displayName}
              </Link>
              {card.line ? (
                <Typography variant="body2" noWrap title={card.line} sx={{ color: "text.secondary" }}>
                  {card.line}
                </Typography>
              ) : null}
            </Box>
            <MoveMenu workflow={workflow} card={card} column={column} columns={columns} onMove={onMove} />
          </Stack>
          {assignee || card.dueAt ? (
            <Stack direction="row" spacing={1} sx={{ mt: 0.75, alignItems: "center" }}>
              {assignee ? <PersonInitials name={assignee} size={22} /> : null}
              {card.dueAt ? <DueChip dueAt={card.dueAt} what={say("time.deadline")} /> : null}
            </Stack>
          ) : null}
        </Paper>
      )}
    </Draggable>
  );
}
