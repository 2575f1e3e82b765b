import type { PluginListing } from "../../../../server/http/api-types.ts";
import { useSay } from "../../../app/i18n/use-say.ts";
import { BusyButton } from "../../../app/parts/busy-button.tsx";
import { SwitchVersion } from "../switch-version.tsx";
import { usePluginChange } from "../use-plugin-change.ts";
import type { ComparisonBody } from "./comparisons.ts";

interface AdoptButtonProps {
  readonly plugin: PluginListing;
  readonly asked: ComparisonBody;
  /** Some answers came to nothing: it is not what the page advises. */
  readonly doubtful: boolean;
}

/** Puts in force what was tried: the other version, the other settings, or both. Another plugin is switched on by itself. */
export function AdoptButton({ plugin, asked, doubtful }: AdoptButtonProps) {
  const say = useSay();
  const change = usePluginChange(plugin.id);
  const { version, config } = asked;
  const variant = doubtful ? "text" : "contained";
  if (version !== undefined) return <SwitchVersion plugin={plugin} config={config} variant={variant} />;
  if (config === undefined || asked.beside !== undefined) return null;
  return (
    <BusyButton size="small" variant={variant} onPress={() => change({ config })}>
      {say("comparison.adopt")}
    </BusyButton>
  );
}
