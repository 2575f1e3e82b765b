import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import type { ActionOffer } from "../../server/engine/execution/decision.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { unbroken } from "../app/i18n/unbroken.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { SchemaForm } from "../schema-ui/schema-form.tsx";

interface Props {
  readonly offers: readonly ActionOffer[];
  /** What the case holds, to fill forms in with. */
  readonly record: JsonObject;
  readonly onSend: (event: string, payload: JsonObject) => Promise<void>;
}

/** What can be done with a dummy case now; what is blocked says why. */
export function TrialOffers({ offers, record, onSend }: Props) {
  const say = useSay();
  const [open, setOpen] = useState<ActionOffer | null>(null);
  if (offers.length === 0) return <Typography>{say("studio.tryNothing")}</Typography>;
  if (open?.form) {
    return (
      <Paper variant="outlined" component="section" aria-label={open.title} sx={{ p: 2 }}>
        <Typography variant="h3" sx={{ mb: 1 }}>
          {open.title}
        </Typography>
        <SchemaForm
          schema={open.form as DataSchema}
          record={record}
          onSubmit={(payload) => onSend(open.event, payload)}
          submitLabel={open.title}
          onCancel={() => setOpen(null)}
        />
      </Paper>
    );
  }
  return (
    <Box sx={{ display: "grid", gap: 1 }}>
      {offers.map((offer) => (
        <Offer
          key={offer.event}
          offer={offer}
          onChoose={() => (offer.form ? setOpen(offer) : void onSend(offer.event, {}))}
        />
      ))}
    </Box>
  );
}

function Offer({ offer, onChoose }: { readonly offer: ActionOffer; readonly onChoose: () => void }) {
  const reason = useId();
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
      <Button variant="outlined" size="small" disabled={!offer.allowed} aria-describedby={reason} onClick={onChoose}>
        {offer.title}
      </Button>
      <Typography id={reason} variant="body2" sx={{ color: "text.secondary" }}>
        {unbroken(offer.reasons.map(({ message }) => message).join(" "))}
      </Typography>
    </Box>
  );
}
