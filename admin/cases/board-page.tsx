import { DragDropContext } from "@hello-pangea/dnd";
import AddIcon from "@mui/icons-material/Add";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { useState } from "react";
import { Link, useParams } from "react-router";
import type { ServedType } from "../../server/http/api-types.ts";
import { useApi } from "../app/api/use-api.ts";
import { FailurePage } from "../app/errors/failure-page.tsx";
import { leavesNothing, StaleNotice } from "../app/errors/stale-notice.tsx";
import { useSay } from "../app/i18n/use-say.ts";
import { useOffice, useType } from "../app/office/use-office.ts";
import { PageHead } from "../app/parts/page-head.tsx";
import { PageSkeleton } from "../app/parts/skeletons.tsx";
import { styleNonce } from "../app/theme/style-cache.ts";
import { BoardColumn } from "./board-column.tsx";
import type { BoardData } from "./board-data.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { useMoves } from "./use-moves.ts";

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
  if (leavesNothing(error, data)) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!type || !data) return <PageSkeleton />;
  return (
    <>
      <PageHead
        title={say("cases.boardOf", { title: type.title })}
        action={<BoardButtons type={type} mine={mine} onMine={setMine} />}
      />
      <StaleNotice error={error} onRetry={() => void refetch()} />
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

interface ButtonsProps {
  readonly type: ServedType;
  readonly mine: boolean;
  readonly onMine: (mine: boolean) => void;
}

function BoardButtons({ type, mine, onMine }: ButtonsProps) {
  const say = useSay();
  return (
    <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label={say("cases.whose")}
        value={mine}
        onChange={(_, value: boolean | null) => onMine(value ?? mine)}
      >
        <ToggleButton value={false} sx={{ color: "text.primary" }}>
          {say("cases.everyone")}
        </ToggleButton>
        <ToggleButton value={true} sx={{ color: "text.primary" }}>
          {say("cases.mine")}
        </ToggleButton>
      </ToggleButtonGroup>
      <Button component={Link} to={`/${type.id}`}>
        {say("cases.list")}
      </Button>
      {type.may.create ? (
        <Button variant="contained" component={Link} to={`/${type.id}/create`} startIcon={<AddIcon />}>
          {type.create?.title ?? say("list.create")}
        </Button>
      ) : null}
    </Box>
  );
}
