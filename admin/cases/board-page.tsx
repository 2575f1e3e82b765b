import {
  DragDropContext,
  type DragStart,
  type DragUpdate,
  type DropResult,
  type ResponderProvided,
} from "@hello-pangea/dnd";
import AddIcon from "@mui/icons-material/Add";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { useState } from "react";
import { useNotify } from "react-admin";
import { Link, useParams } from "react-router";
import type { ActionOffer } from "../../server/engine/execution/decision.ts";
import { callApi } from "../app/api/api-client.ts";
import { useApi } from "../app/api/use-api.ts";
import { FailurePage } from "../app/errors/failure-page.tsx";
import { useSay } from "../app/i18n/use-say.ts";
import { useOffice, useType } from "../app/office/use-office.ts";
import { PageHead } from "../app/parts/page-head.tsx";
import { PageSkeleton } from "../app/parts/skeletons.tsx";
import { styleNonce } from "../app/theme/style-cache.ts";
import { BoardColumn } from "./board-column.tsx";
import { type BoardCardData, type BoardData, moveTo } from "./board-data.ts";
import { MoveDialog } from "./move-dialog.tsx";

/** The cases of a workflow by stage; a card is moved by dragging, by keyboard, or by its menu. */
export function BoardPage() {
  const { workflow = "" } = useParams();
  const say = useSay();
  const type = useType(workflow);
  const { user } = useOffice();
  const [mine, setMine] = useState(false);
  const filter = mine ? { assigneeId: user.id } : {};
  const query = new URLSearchParams({ filter: JSON.stringify(filter) });
  const { data, error, refetch } = useApi<BoardData>(workflow, `/api/boards/${workflow}?${query}`);
  const moves = useMoves(workflow, data);
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!type || !data) return <PageSkeleton />;
  return (
    <>
      <PageHead
        title={say("cases.boardOf", { title: type.title })}
        action={
          <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
            <ToggleButtonGroup
              exclusive
              size="small"
              value={mine}
              onChange={(_, value: boolean | null) => setMine(value ?? mine)}
            >
              <ToggleButton value={false} sx={{ color: "text.primary" }}>
                {say("cases.everyone")}
              </ToggleButton>
              <ToggleButton value={true} sx={{ color: "text.primary" }}>
                {say("cases.mine")}
              </ToggleButton>
            </ToggleButtonGroup>
            <Button component={Link} to={`/${workflow}`}>
              {say("cases.list")}
            </Button>
            {type.may.create ? (
              <Button variant="contained" component={Link} to={`/${workflow}/create`} startIcon={<AddIcon />}>
                {type.create?.title ?? say("list.create")}
              </Button>
            ) : null}
          </Box>
        }
      />
      <DragDropContext
        nonce={styleNonce()}
        dragHandleUsageInstructions={say("cases.moveHelp")}
        onDragStart={moves.onDragStart}
        onDragUpdate={moves.onDragUpdate}
        onDragEnd={moves.onDragEnd}
      >
        <Box sx={{ display: "flex", gap: 1.5, overflowX: "auto", alignItems: "flex-start", pb: 2 }}>
          {data.columns.map((column) => (
            <BoardColumn
              key={column.stage}
              workflow={workflow}
              column={column}
              filter={filter}
              dragged={moves.dragged}
              columns={data.columns}
              onMove={moves.start}
            />
          ))}
        </Box>
      </DragDropContext>
      {moves.asked ? <MoveDialog workflow={workflow} {...moves.asked} onClose={moves.close} /> : null}
    </>
  );
}

/** What is being dragged, with the actions that it offers once they are known. */
export interface DraggedCard {
  readonly id: string;
  readonly from: string;
  readonly offers: readonly ActionOffer[] | null;
}

function useMoves(workflow: string, board: BoardData | undefined) {
  const say = useSay();
  const notify = useNotify();
  const [dragged, setDragged] = useState<DraggedCard | null>(null);
  const [asked, setAsked] = useState<{ card: BoardCardData; offer: ActionOffer } | null>(null);
  const offersOf = async (id: string) => (await callApi<readonly ActionOffer[]>(`/api/${workflow}/${id}/actions`)).body;

  const start = (card: BoardCardData, offer: ActionOffer) => setAsked({ card, offer });
  const titleOf = (stage: string) => board?.columns.find((column) => column.stage === stage)?.title ?? stage;
  const onDragStart = ({ draggableId, source }: DragStart, { announce }: ResponderProvided) => {
    announce(say("cases.dragLifted", { stage: titleOf(source.droppableId) }));
    setDragged({ id: draggableId, from: source.droppableId, offers: null });
    void offersOf(draggableId).then((offers) =>
      setDragged((current) => (current?.id === draggableId ? { ...current, offers } : current)),
    );
  };
  const onDragUpdate = ({ destination }: DragUpdate, { announce }: ResponderProvided) =>
    announce(
      destination ? say("cases.dragOver", { stage: titleOf(destination.droppableId) }) : say("cases.dragNowhere"),
    );
  const onDragEnd = async ({ draggableId, source, destination }: DropResult, { announce }: ResponderProvided) => {
    announce(
      destination ? say("cases.dragDropped", { stage: titleOf(destination.droppableId) }) : say("cases.dragCancelled"),
    );
    const known = dragged?.offers ?? null;
    setDragged(null);
    if (!destination || destination.droppableId === source.droppableId) return;
    const column = board?.columns.find(({ stage }) => stage === destination.droppableId);
    const card = board?.columns.flatMap(({ cards }) => cards).find(({ id }) => id === draggableId);
    if (!column || !card) return;
    const offer = moveTo(column.stage, known ?? (await offersOf(draggableId)));
    if (offer?.allowed) start(card, offer);
    else if (offer)
      notify(say("cases.moveBlocked", { reason: offer.reasons.map(({ message }) => message).join(" ") }), {
        type: "warning",
      });
    else notify(say("cases.moveUnknown", { stage: column.title }), { type: "warning" });
  };
  return {
    dragged,
    asked,
    start,
    close: () => setAsked(null),
    onDragStart,
    onDragUpdate,
    onDragEnd: (drop: DropResult, provided: ResponderProvided) => void onDragEnd(drop, provided),
  };
}
