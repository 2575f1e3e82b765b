import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Collapse from "@mui/material/Collapse";
import { useState } from "react";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { changedFields } from "../../schema-ui/form-values.ts";
import { SchemaForm } from "../../schema-ui/schema-form.tsx";
import type { PluginChange } from "./use-plugin-change.ts";

interface PluginSettingsProps {
  readonly schema: DataSchema;
  readonly config: JsonObject;
  readonly change: PluginChange;
}

/** The settings form, drawn from the plugin's schema, folded away until it is wanted. */
export function PluginSettings({ schema, config, change }: PluginSettingsProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" sx={{ mt: 1, ml: -1 }} aria-expanded={open} onClick={() => setOpen(!open)}>
        {say("settings.pluginSettings")}
      </Button>
      <Collapse in={open} unmountOnExit>
        <Box sx={{ pt: 2 }}>
          <SchemaForm
            schema={schema}
            record={config}
            onSubmit={(next) => change({ config: changedFields(config, next, Object.keys(schema.properties ?? {})) })}
            submitLabel={say("form.save")}
            onCancel={() => setOpen(false)}
          />
        </Box>
      </Collapse>
    </>
  );
}
