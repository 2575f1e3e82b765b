import MoreVert from "@mui/icons-material/MoreVert";
import IconButton from "@mui/material/IconButton";
import ListItemText from "@mui/material/ListItemText";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import type { ActionOffer } from "../../server/engine/execution/decision.ts";
import { useApi } from "../app/api/use-api.ts";
import { failureText } from "../app/errors/failure-text.ts";
import { unbroken } from "../app/i18n/unbroken.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { type BoardCardData, type BoardColumnData, moveTo } from "./board-data.ts";

interface Props {
  readonly workflow: string;
  readonly card: BoardCardData;
  readonly column: BoardColumnData;
  readonly columns: readonly BoardColumnData[];
  readonly onMove: (card: BoardCardData, offer: ActionOffer) => void;
}

/** "Déplacer vers…": the same moves as by dragging, for the keyboard and for those who cannot drag. */
export function MoveMenu({ workflow, card, column, columns, onMove }: Props) {
  const say = useSay();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { data, error } = useApi<readonly ActionOffer[]>(workflow, `/api/${workflow}/${card.id}/actions`, {
    enabled: anchor !== null,
  });
  const moves = columns.flatMap((to) => {
    const offer = to.stage === column.stage || !data ? undefined : moveTo(to.stage, data);
    return offer ? [{ to, offer }] : [];
  });
  const label = `${say("cases.moveTo")} ${card.displayName}`;
  return (
    <>
      <IconButton
        size="small"
        aria-label={label}
        title={say("cases.moveTo")}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreVert fontSize="small" />
      </IconButton>
      <Menu
        anchorEl={anchor}
        open={anchor !== null && (data !== undefined || error !== null)}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { disabledItemsFocusable: true } }}
      >
        {moves.length === 0 ? (
          <MenuItem disabled sx={inLines}>
            {data ? say("cases.moveNone") : failureText(error, say)}
          </MenuItem>
        ) : null}
        {moves.map(({ to, offer }) => (
          <MenuItem
            key={to.stage}
            disabled={!offer.allowed}
            onClick={() => {
              setAnchor(null);
              onMove(card, offer);
            }}
            sx={inLines}
          >
            <ListItemText
              primary={to.title}
              secondary={unbroken(offer.allowed ? offer.title : (offer.reasons[0]?.message ?? ""))}
            />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

const inLines = { maxWidth: 420, whiteSpace: "normal" } as const;
