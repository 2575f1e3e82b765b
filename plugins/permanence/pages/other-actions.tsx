import { useState } from "react";
import {
  type ActionOffer,
  IconButton,
  ListItemText,
  Menu,
  MenuItem,
  MoreVert,
  sentencesOf,
  useApi,
  useNavigate,
  useSayFailure,
  useSendEvent,
} from "../../../admin/plugin-slots/kit.ts";
import type { Visit } from "../session.ts";
import { types } from "../type-names.ts";
import { useSentences } from "./screen-sentences.ts";

interface Props {
  readonly visit: Visit;
  readonly name: string;
  /** Events that have a button of their own. */
  readonly shown: readonly string[];
}

/** Everything else that can be done now, as the office answers it; what asks for a form opens it on the visit's page. */
export function OtherActions({ visit, name, shown }: Props) {
  const say = useSentences();
  const navigate = useNavigate();
  const send = useSendEvent(types.visits);
  const sayFailure = useSayFailure();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { data, error } = useApi<readonly ActionOffer[]>(types.visits, `/api/${types.visits}/${visit.id}/actions`, {
    enabled: anchor !== null,
  });
  const others = data?.filter(({ event, form }) => form !== undefined || !shown.includes(event)) ?? [];
  const take = ({ event, title, form }: ActionOffer) => {
    setAnchor(null);
    const { id, version } = visit;
    if (form) navigate(`/${types.visits}/${id}?action=${event}`);
    else send.mutate({ id, version, event, title: `${name} · ${title}` }, { onError: sayFailure });
  };
  return (
    <>
      <IconButton
        size="small"
        aria-label={say.other(name)}
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
      >
        {others.length === 0 ? (
          <MenuItem disabled sx={inLines}>
            {data ? say.blocked : sentencesOf(error).join(" ")}
          </MenuItem>
        ) : null}
        {others.map((offer) => (
          <MenuItem key={offer.event} disabled={!offer.allowed} onClick={() => take(offer)} sx={inLines}>
            <ListItemText
              primary={offer.form ? `${offer.title}…` : offer.title}
              secondary={offer.reasons[0]?.message}
            />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

const inLines = { whiteSpace: "normal", maxWidth: 420 } as const;
