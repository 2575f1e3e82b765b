import type { DragStart, DragUpdate, DropResult, ResponderProvided } from "@hello-pangea/dnd";
import { useState } from "react";
import { useNotify } from "react-admin";
import type { ActionOffer } from "../../server/engine/execution/decision.ts";
import { callApi } from "../app/api/api-client.ts";
import { useSayFailure } from "../app/errors/use-say-failure.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { type BoardCardData, type BoardData, moveTo } from "./board-data.ts";
import { useSendEvent } from "./use-send-event.ts";

/** What is being dragged, with the actions that it offers once they are known. */
export interface DraggedCard {
  readonly id: string;
  readonly from: string;
  readonly offers: readonly ActionOffer[] | null;
}

/** A card and the action that moves it. */
export interface Move {
  readonly card: BoardCardData;
  readonly offer: ActionOffer;
}

/** Moves the cards of a board: at once where the action asks nothing; else `asked` is the move whose form is to be filled in. */
export function useMoves(workflow: string, board: BoardData | undefined) {
  const sayFailure = useSayFailure();
  const send = useSendEvent(workflow);
  const { announceLift, announceOver, announceDrop, sayBlocked } = useSpokenMoves(board);
  const [dragged, setDragged] = useState<DraggedCard | null>(null);
  const [asked, setAsked] = useState<Move | null>(null);
  const offersOf = async (id: string) => (await callApi<readonly ActionOffer[]>(`/api/${workflow}/${id}/actions`)).body;
  const start = (card: BoardCardData, offer: ActionOffer) => {
    if (offer.form || offer.confirm) return setAsked({ card, offer });
    const { id, version } = card;
    send.mutate({ id, version, event: offer.event, title: offer.title }, { onError: sayFailure });
  };
  const lift = async (drag: DragStart, { announce }: ResponderProvided) => {
    const { draggableId: id, source } = drag;
    announce(announceLift(source.droppableId));
    setDragged({ id, from: source.droppableId, offers: null });
    const offers = await offersOf(id);
    setDragged((current) => (current?.id === id ? { ...current, offers } : current));
  };
  const drop = async ({ draggableId, source, destination }: DropResult, { announce }: ResponderProvided) => {
    announce(announceDrop(destination?.droppableId));
    setDragged(null);
    if (!destination || destination.droppableId === source.droppableId) return;
    const card = board?.columns.flatMap(({ cards }) => cards).find(({ id }) => id === draggableId);
    if (!card) return;
    const offer = moveTo(destination.droppableId, dragged?.offers ?? (await offersOf(draggableId)));
    if (offer?.allowed) start(card, offer);
    else sayBlocked(destination.droppableId, offer);
  };
  return {
    dragged,
    asked,
    start,
    close: () => setAsked(null),
    // What cannot be known when the card is lifted is asked for again, and told, when it is dropped.
    onDragStart: (drag: DragStart, provided: ResponderProvided) => void lift(drag, provided).catch(() => undefined),
    onDragUpdate: ({ destination }: DragUpdate, { announce }: ResponderProvided) =>
      announce(announceOver(destination?.droppableId)),
    onDragEnd: (result: DropResult, provided: ResponderProvided) => void drop(result, provided).catch(sayFailure),
  };
}

/** What is said of a move to whoever does not see it, and why one is not possible. */
function useSpokenMoves(board: BoardData | undefined) {
  const say = useSay();
  const notify = useNotify();
  const titleOf = (stage: string) => board?.columns.find((column) => column.stage === stage)?.title ?? stage;
  return {
    announceLift: (stage: string) => say("cases.dragLifted", { stage: titleOf(stage) }),
    announceOver: (stage: string | undefined) =>
      stage === undefined ? say("cases.dragNowhere") : say("cases.dragOver", { stage: titleOf(stage) }),
    announceDrop: (stage: string | undefined) =>
      stage === undefined ? say("cases.dragCancelled") : say("cases.dragDropped", { stage: titleOf(stage) }),
    sayBlocked: (stage: string, offer: ActionOffer | undefined) => {
      const reason = offer?.reasons.map(({ message }) => message).join(" ");
      const sentence = reason
        ? say("cases.moveBlocked", { reason })
        : say("cases.moveUnknown", { stage: titleOf(stage) });
      notify(sentence, { type: "warning" });
    },
  };
}
