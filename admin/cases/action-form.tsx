import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import type { ActionOffer } from "../../server/engine/execution/decision.ts";
import type { ServedType } from "../../server/http/api-types.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { sentencesOf, statusOf } from "../app/api/api-problem.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { SchemaForm } from "../schema-ui/schema-form.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { type FlatCase, useSendEvent } from "./use-send-event.ts";

interface Props {
  readonly type: ServedType;
  readonly record: FlatCase;
  readonly offer: ActionOffer;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The form of an action, in place: what is known is filled in, and what will happen is said before. */
export function ActionForm({ type, record, offer, onDone, onCancel }: Props) {
  const say = useSay();
  const send = useSendEvent(type.id);
  const [sent, setSent] = useState<{ readonly payload: JsonObject; readonly version: number } | null>(null);
  const [opened] = useState(record);
  const submit = async (payload: JsonObject, version = opened.version) => {
    setSent({ payload, version });
    try {
      await send.mutateAsync({ id: record.id, event: offer.event, title: offer.title, payload, version });
    } catch (error) {
      // Told by the notice, not at the form too.
      if (statusOf(error) === 409) return;
      throw error;
    }
    onDone();
  };
  const again = (version: number) => void submit(sent?.payload ?? {}, version).catch(() => {});
  const conflict = statusOf(send.error) === 409;
  return (
    <Paper variant="outlined" component="section" aria-label={offer.title} sx={{ p: 2 }}>
      <Stack spacing={2}>
        <Typography variant="h3">{offer.title}</Typography>
        {offer.effect ? <Typography sx={{ color: "text.secondary" }}>{offer.effect}</Typography> : null}
        {offer.confirm ? <Alert severity="warning">{offer.confirm}</Alert> : null}
        {conflict ? <ConflictNotice type={type} error={send.error} onAgain={again} /> : null}
        {send.error && !conflict && !offer.form ? <Refusal error={send.error} /> : null}
        {offer.form ? (
          <SchemaForm
            schema={offer.form as DataSchema}
            record={known(offer.form as DataSchema, opened)}
            onSubmit={(payload) => submit(payload, sent?.version)}
            submitLabel={offer.title}
            onCancel={onCancel}
          />
        ) : (
          <Box sx={{ display: "flex", gap: 1 }}>
            <Button variant="contained" loading={send.isPending} onClick={() => void submit({}).catch(() => {})}>
              {offer.title}
            </Button>
            <Button onClick={onCancel}>{say("cases.cancel")}</Button>
          </Box>
        )}
      </Stack>
    </Paper>
  );
}

function Refusal({ error }: { readonly error: unknown }) {
  return (
    <Alert severity="error">
      {sentencesOf(error).map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </Alert>
  );
}

/** The values that the case already has for fields of the form. */
function known(form: DataSchema, record: FlatCase): JsonObject {
  const fields = Object.keys(form.properties ?? {});
  return Object.fromEntries(
    fields.flatMap((field) => (record[field] === undefined || record[field] === null ? [] : [[field, record[field]]])),
  ) as JsonObject;
}
