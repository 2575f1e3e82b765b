import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import MenuItem from "@mui/material/MenuItem";
import Stack from "@mui/material/Stack";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import type { NamedShadowRun, PluginListing } from "../../../server/http/api-types.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { callApi } from "../../app/api/api-client.ts";
import { useSayFailure } from "../../app/errors/use-say-failure.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { changedFields } from "../../schema-ui/form-values.ts";
import { SchemaForm } from "../../schema-ui/schema-form.tsx";
import { type Comparable, comparablesOf, othersOf } from "./shadow-choices.ts";
import { ShadowOutcome } from "./shadow-outcome.tsx";
import type { PluginChange } from "./use-plugin-change.ts";

export interface ShadowDialogProps {
  readonly plugin: PluginListing;
  readonly plugins: readonly PluginListing[];
  readonly change: PluginChange;
  readonly onClose: () => void;
}

interface Outcome {
  readonly run: NamedShadowRun;
  /** The settings that were tried, which may then be put in force. */
  readonly config: JsonObject | null;
}

/** Runs a matcher or a rule beside the one in force, on the office's own cases, before anything changes. */
export function ShadowDialog({ plugin, plugins, change, onClose }: ShadowDialogProps) {
  const say = useSay();
  const titleId = useId();
  const parts = comparablesOf(plugin);
  const [part, setPart] = useState(parts[0]);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const sayFailure = useSayFailure();
  if (!part) return null;
  const run = async (body: { readonly config?: JsonObject; readonly beside?: string }) => {
    const asked = { kind: part.kind, contribution: part.id, ...body };
    const { body: found } = await callApi<NamedShadowRun>(`/api/plugins/${plugin.id}/shadow`, {
      method: "POST",
      body: asked,
    });
    setOutcome({ run: found, config: body.config ?? null });
  };
  const adopt = async (config: JsonObject) => {
    await change({ config }).then(onClose, sayFailure);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="md" fullWidth>
      <DialogTitle id={titleId}>{say("settings.shadowTitle", { name: plugin.title })}</DialogTitle>
      <DialogContent key={outcome ? "outcome" : "question"}>
        <Typography sx={{ mb: 2 }}>{say("settings.shadowText")}</Typography>
        {outcome ? (
          <ShadowOutcome run={outcome.run} />
        ) : (
          <Stack spacing={2}>
            {parts.length > 1 ? <PartField parts={parts} part={part} onChange={setPart} /> : null}
            <OtherField
              others={othersOf(part, plugin, plugins)}
              onCompare={(beside) => run({ beside }).catch(sayFailure)}
            />
            {part.kind === "matcher" && plugin.configSchema ? (
              <SchemaForm
                schema={plugin.configSchema}
                record={plugin.config}
                submitLabel={say("settings.shadowSettings")}
                quiet
                onSubmit={(next) => {
                  const fields = Object.keys(plugin.configSchema?.properties ?? {});
                  return run({ config: changedFields(plugin.config, next, fields) });
                }}
              />
            ) : null}
          </Stack>
        )}
      </DialogContent>
      <DialogActions sx={{ flexWrap: "wrap" }}>
        <Button onClick={outcome ? () => setOutcome(null) : onClose}>
          {say(outcome ? "settings.shadowAgain" : "form.cancel")}
        </Button>
        {outcome?.config ? <AdoptButton config={outcome.config} onAdopt={adopt} /> : null}
      </DialogActions>
    </Dialog>
  );
}

function AdoptButton({
  config,
  onAdopt,
}: {
  readonly config: JsonObject;
  readonly onAdopt: (config: JsonObject) => Promise<void>;
}) {
  const say = useSay();
  return (
    <Button variant="contained" onClick={() => void onAdopt(config)}>
      {say("settings.shadowAdopt")}
    </Button>
  );
}

interface PartFieldProps {
  readonly parts: readonly Comparable[];
  readonly part: Comparable;
  readonly onChange: (part: Comparable | undefined) => void;
}

function PartField({ parts, part, onChange }: PartFieldProps) {
  const say = useSay();
  return (
    <TextField
      select
      label={say("settings.shadowPart")}
      value={part.id}
      onChange={(event) => onChange(parts.find(({ id }) => id === event.target.value))}
    >
      {parts.map(({ id, title }) => (
        <MenuItem key={id} value={id}>
          {title}
        </MenuItem>
      ))}
    </TextField>
  );
}

function OtherField({
  others,
  onCompare,
}: {
  readonly others: readonly Comparable[];
  readonly onCompare: (id: string) => Promise<void>;
}) {
  const say = useSay();
  const [chosen, setChosen] = useState("");
  if (others.length === 0) return null;
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: "flex-start" }}>
      <TextField
        select
        fullWidth
        label={say("settings.shadowOther")}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        {others.map(({ id, title, plugin }) => (
          <MenuItem key={id} value={id}>
            {title} ({plugin})
          </MenuItem>
        ))}
      </TextField>
      <Button variant="outlined" disabled={chosen === ""} onClick={() => void onCompare(chosen)}>
        {say("settings.shadowCompare")}
      </Button>
    </Stack>
  );
}
