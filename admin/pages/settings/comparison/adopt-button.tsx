import Button from "@mui/material/Button";
import type { PluginListing } from "../../../../server/http/api-types.ts";
import { useSayFailure } from "../../../app/errors/use-say-failure.ts";
import { useSay } from "../../../app/i18n/use-say.ts";
import { SwitchVersion } from "../switch-version.tsx";
import { usePluginChange } from "../use-plugin-change.ts";
import type { ComparisonBody } from "./comparisons.ts";

/** Puts in force what was tried: the other version, the other settings, or both. Another plugin is switched on by itself. */
export function AdoptButton({ plugin, asked }: { readonly plugin: PluginListing; readonly asked: ComparisonBody }) {
  const say = useSay();
  const sayFailure = useSayFailure();
  const change = usePluginChange(plugin.id);
  const { version, config } = asked;
  if (version !== undefined) return <SwitchVersion plugin={plugin} config={config} variant="contained" />;
  if (config === undefined || asked.beside !== undefined) return null;
  return (
    <Button size="small" variant="contained" onClick={() => void change({ config }).catch(sayFailure)}>
      {say("comparison.adopt")}
    </Button>
  );
}
