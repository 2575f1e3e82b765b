import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useEffect, useRef, useState } from "react";
import type { ActionOffer } from "../../server/engine/execution/decision.ts";
import type { ServedType } from "../../server/http/api-types.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { statusOf } from "../app/api/api-problem.ts";
import { FailureAlert } from "../app/errors/failure-alert.tsx";
import { useSay } from "../app/i18n/use-say.ts";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { ConflictNotice } from "../app/records/conflict-notice.tsx";
import { SchemaForm } from "../schema-ui/schema-form.tsx";
import type { FlatCase } from "./flat-case.ts";
import { useKnownValues } from "./use-known-values.ts";
import { useSendEvent } from "./use-send-event.ts";

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
  const form = offer.form as DataSchema | undefined;
  const known = useKnownValues({ form, type, record: opened });
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
  const place = useRef<HTMLElement>(null);
  const isReady = form === undefined || known !== undefined;
  useEffect(() => {
    // On a phone the keyboard would cover what is about to be read.
    if (isReady && matchMedia("(pointer: fine)").matches) firstField(place.current)?.focus();
  }, [isReady]);
  const again = (version: number) => void submit(sent?.payload ?? {}, version).catch(() => {});
  const conflict = statusOf(send.error) === 409;
  return (
    <Paper ref={place} variant="outlined" component="section" aria-label={offer.title} sx={{ p: 2 }}>
      <Stack spacing={2}>
        <Typography variant="h3">{offer.title}</Typography>
        {offer.effect ? <Typography sx={{ color: "text.secondary" }}>{offer.effect}</Typography> : null}
        {offer.confirm ? <Alert severity="warning">{offer.confirm}</Alert> : null}
        {conflict ? <ConflictNotice type={type} error={send.error} onAgain={again} /> : null}
        {conflict || form ? null : <FailureAlert error={send.error} />}
        {form && !known ? <RowsSkeleton rows={3} /> : null}
        {form && known ? (
          <SchemaForm
            schema={form}
            record={known}
            onSubmit={(payload) => submit(payload, sent?.version)}
            submitLabel={offer.title}
            onCancel={onCancel}
          />
        ) : null}
        {form ? null : (
          <Box sx={{ display: "flex", gap: 1 }}>
            <Button variant="contained" loading={send.isPending} onClick={() => void submit({}).catch(() => {})}>
              {offer.title}
            </Button>
            <Button onClick={onCancel}>{say("form.cancel")}</Button>
          </Box>
        )}
      </Stack>
    </Paper>
  );
}

/** What is filled in or pressed first. */
function firstField(place: HTMLElement | null): HTMLElement | null {
  return place?.querySelector<HTMLElement>("form input, form select, form textarea, button") ?? null;
}
