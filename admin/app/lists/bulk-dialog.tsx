import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useListContext } from "react-admin";
import type { ActionOffer, ApiRecord, BulkResult, ServedType } from "../../../server/http/api-types.ts";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { SchemaForm } from "../../schema-ui/schema-form.tsx";
import { callApi } from "../api/api-client.ts";
import { useApi } from "../api/use-api.ts";
import { useSayFailure } from "../errors/use-say-failure.ts";
import { useSay } from "../i18n/use-say.ts";
import { BlockSkeleton } from "../parts/skeletons.tsx";

export interface BulkDialogProps {
  readonly type: ServedType;
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One action for many cases: what the first of them offers, its form once, then what became of each. */
export function BulkDialog({ type, ids, onClose, onDone }: BulkDialogProps) {
  const say = useSay();
  const titleId = useId();
  const queries = useQueryClient();
  const sayFailure = useSayFailure();
  const { data: offers } = useApi<readonly ActionOffer[]>(type.id, `/api/${type.id}/${ids[0]}/actions`);
  const [chosen, setChosen] = useState<ActionOffer | null>(null);
  const [results, setResults] = useState<readonly BulkResult[] | null>(null);

  const send = async (offer: ActionOffer, payload: JsonObject) => {
    const { body } = await callApi<readonly BulkResult[]>(`/api/${type.id}/events`, {
      method: "POST",
      body: { ids, type: offer.event, payload },
    });
    setResults(body);
    await queries.invalidateQueries({ queryKey: [type.id] });
  };
  const choose = (offer: ActionOffer) => {
    setChosen(offer);
    if (!offer.form) send(offer, {}).catch(sayFailure);
  };
  const finish = () => {
    onClose();
    if (results?.some((result) => result.ok)) onDone();
  };

  return (
    <Dialog open onClose={finish} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{chosen?.title ?? say("list.bulkTitle", { smart_count: ids.length })}</DialogTitle>
      <DialogContent>
        {results ? <BulkOutcome results={results} /> : null}
        {!results && !chosen ? <Offers offers={offers} onChoose={choose} /> : null}
        {!results && chosen?.form ? (
          <SchemaForm
            schema={chosen.form as DataSchema}
            onSubmit={(payload) => send(chosen, payload)}
            submitLabel={chosen.title}
            onCancel={() => setChosen(null)}
          />
        ) : null}
      </DialogContent>
      {chosen?.form && !results ? null : (
        <DialogActions>
          <Button onClick={finish}>{say("shell.close")}</Button>
        </DialogActions>
      )}
    </Dialog>
  );
}

function Offers({
  offers,
  onChoose,
}: {
  readonly offers: readonly ActionOffer[] | undefined;
  readonly onChoose: (offer: ActionOffer) => void;
}) {
  const say = useSay();
  if (!offers) return <BlockSkeleton />;
  const allowed = offers.filter((offer) => offer.allowed);
  if (allowed.length === 0) return <Alert severity="info">{say("list.noBulk")}</Alert>;
  return (
    <Box sx={{ display: "grid", gap: 1 }}>
      <Box sx={{ color: "text.secondary" }}>{say("list.bulkText")}</Box>
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
    </Box>
  );
}

function BulkOutcome({ results }: { readonly results: readonly BulkResult[] }) {
  const say = useSay();
  const { data = [] } = useListContext<ApiRecord>();
  const refused = results.flatMap((result) => (result.ok ? [] : [result]));
  const done = results.length - refused.length;
  return (
    <Box sx={{ display: "grid", gap: 1 }}>
      {done > 0 ? <Alert severity="success">{say("list.bulkDone", { smart_count: done })}</Alert> : null}
      {refused.length > 0 ? (
        <Alert severity="warning" sx={{ alignItems: "flex-start" }}>
          {say("list.bulkRefused", { smart_count: refused.length })}
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {refused.map(({ id, problem }) => (
              <li key={id}>
                <strong>{data.find((record) => record.id === id)?.displayName ?? id}</strong>
                {say("form.colon")}
                {problem.reasons?.map((reason) => reason.message).join(" ") || problem.message}
              </li>
            ))}
          </Box>
        </Alert>
      ) : null}
    </Box>
  );
}
