import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { type ReactNode, useState } from "react";
import type { ActionOffer, ApiRecord, ServedType } from "../../../server/http/api-types.ts";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import { SchemaForm } from "../../schema-ui/schema-form.tsx";
import { useApi } from "../api/use-api.ts";
import { Awaited } from "../errors/awaited.tsx";
import { useSayFailure } from "../errors/use-say-failure.ts";
import { useSay } from "../i18n/use-say.ts";
import { BlockSkeleton } from "../parts/skeletons.tsx";
import { AssignMany } from "./assign-many.tsx";
import { BulkOutcome } from "./bulk-outcome.tsx";
import { type Several, useBulk } from "./use-bulk.ts";

/** What is asked for of many records of a type. */
export interface BulkDialogProps {
  readonly type: ServedType;
  readonly several: Several;
  readonly count: number;
  readonly onClose: () => void;
  /** Once something was done. */
  readonly onDone?: () => void;
}

/** One action for many cases, or one person to follow them: its form once, then how far it is and what became of each. */
export function BulkDialog({ type, several, count, onClose, onDone }: BulkDialogProps) {
  const say = useSay();
  const sayFailure = useSayFailure();
  const { progress, run } = useBulk();
  const [chosen, setChosen] = useState<ActionOffer | null>(null);
  const send = (offer: ActionOffer, payload: object) =>
    run(`/api/${type.id}/events`, { ...several, type: offer.event, payload });
  const assign = (assigneeId: string | null) =>
    void run(`/api/${type.id}/assignments`, { ...several, assigneeId }).catch(sayFailure);
  const finish = () => {
    onClose();
    if (progress && progress.done > 0) onDone?.();
  };
  const asking = chosen !== null && !progress;
  return (
    <Dialog open onClose={finish} maxWidth="sm" fullWidth>
      <DialogTitle>{chosen?.title ?? say("list.bulkTitle", { smart_count: count })}</DialogTitle>
      <DialogContent>
        {progress ? <BulkOutcome progress={progress} /> : null}
        {!progress && !chosen ? (
          <Offers type={type} several={several} onChoose={setChosen}>
            {type.may.update ? <AssignMany onAssign={assign} /> : null}
          </Offers>
        ) : null}
        {asking ? (
          <Asked
            offer={chosen}
            count={count}
            onSend={(payload) => send(chosen, payload)}
            onBack={() => setChosen(null)}
          />
        ) : null}
      </DialogContent>
      {asking ? null : (
        <DialogActions>
          <Button onClick={finish}>{say("shell.close")}</Button>
        </DialogActions>
      )}
    </Dialog>
  );
}

interface AskedProps {
  readonly offer: ActionOffer;
  readonly count: number;
  readonly onSend: (payload: object) => Promise<void>;
  readonly onBack: () => void;
}

/** The form of the action, if any: many cases are never acted upon by one click. */
function Asked({ offer, count, onSend, onBack }: AskedProps) {
  const say = useSay();
  const confirm = (
    <Alert severity="warning">
      {say("list.bulkTitle", { smart_count: count })}. {offer.confirm}
    </Alert>
  );
  return (
    <SchemaForm
      schema={(offer.form as DataSchema | undefined) ?? { type: "object", properties: {} }}
      onSubmit={onSend}
      submitLabel={offer.title}
      onCancel={onBack}
      note={confirm}
    />
  );
}

interface OffersProps {
  readonly type: ServedType;
  readonly several: Several;
  readonly onChoose: (offer: ActionOffer) => void;
  readonly children: ReactNode;
}

/** What the first of them offers: the others are asked one by one. */
function Offers({ type, several, onChoose, children }: OffersProps) {
  const say = useSay();
  const first = useFirst(type, several);
  const path = `/api/${type.id}/${first.id}/actions`;
  const asked = useApi<readonly ActionOffer[]>(type.id, path, { enabled: first.id !== undefined });
  if (!asked.data) {
    return (
      <Awaited error={first.error ?? asked.error} onRetry={() => void (first.error ? first : asked).refetch()}>
        <BlockSkeleton />
      </Awaited>
    );
  }
  const allowed = asked.data.filter((offer) => offer.allowed);
  return (
    <Box sx={{ display: "grid", gap: 1 }}>
      {allowed.length === 0 ? (
        <Alert severity="info">{say("list.noBulk")}</Alert>
      ) : (
        <Box sx={{ color: "text.secondary" }}>{say("list.bulkText")}</Box>
      )}
      {allowed.map((offer) => (
        <Button
          key={offer.event}
          variant="outlined"
          onClick={() => onChoose(offer)}
          sx={{ justifyContent: "flex-start" }}
        >
          {offer.title}
        </Button>
      ))}
      {children}
    </Box>
  );
}

function useFirst(type: ServedType, several: Several) {
  const filter = "filter" in several ? several.filter : null;
  const query = new URLSearchParams({ filter: JSON.stringify(filter ?? {}), range: "[0,0]" });
  const path = `/api/${type.id}?${query}`;
  const { data, error, refetch } = useApi<readonly ApiRecord[]>(type.id, path, { enabled: filter !== null });
  return { id: "ids" in several ? several.ids[0] : data?.[0]?.id, error, refetch };
}
