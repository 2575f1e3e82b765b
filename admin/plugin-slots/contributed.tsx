import { type ComponentType, type ReactNode, useCallback } from "react";
import { useOffice } from "../app/office/use-office.ts";
import { useLoaded } from "../app/parts/on-demand.tsx";
import { PluginBoundary } from "./plugin-boundary.tsx";
import { loadPluginModule, type PluginModule } from "./plugin-module.ts";

interface ContributedProps<Props extends object> {
  readonly plugin: string;
  /** What is shown while the script comes. */
  readonly waiting: ReactNode;
  readonly choose: (module: PluginModule) => ComponentType<Props> | undefined;
  readonly props: Props;
}

/** Draws something of a plugin: its failure stays in its own frame, says whose it is, and is forgotten when it was built again. */
export function Contributed<Props extends object>(contributed: ContributedProps<Props>) {
  const { plugin } = contributed;
  const script = useOffice().plugins.find(({ id }) => id === plugin)?.script;
  return (
    <PluginBoundary key={script ?? ""} plugin={plugin}>
      <Part {...contributed} script={script} />
    </PluginBoundary>
  );
}

interface PartProps<Props extends object> extends ContributedProps<Props> {
  readonly script: string | undefined;
}

function Part<Props extends object>({ script, choose, waiting, props }: PartProps<Props>) {
  const load = useCallback(() => loadPart(script, choose), [script, choose]);
  const Loaded = useLoaded(load);
  return Loaded ? <Loaded {...props} /> : waiting;
}

async function loadPart<Props extends object>(
  script: string | undefined,
  choose: ContributedProps<Props>["choose"],
): Promise<ComponentType<Props>> {
  if (!script) throw new Error("This plugin has no script");
  const part = choose(await loadPluginModule(script));
  if (part) return part;
  throw new Error(
    "admin.tsx exports no component for this: its name among `pages` or `widgets` must be that of plugin.ts",
  );
}
