import { type ComponentType, lazy, type ReactNode, Suspense, useMemo } from "react";
import { useOffice } from "../app/office/use-office.ts";
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
export function Contributed<Props extends object>({ plugin, waiting, choose, props }: ContributedProps<Props>) {
  const script = useOffice().plugins.find(({ id }) => id === plugin)?.script;
  const Part = useMemo(() => lazyPart(script, choose), [script, choose]);
  return (
    <PluginBoundary key={script ?? ""} plugin={plugin}>
      <Suspense fallback={waiting}>
        <Part {...props} />
      </Suspense>
    </PluginBoundary>
  );
}

function lazyPart<Props extends object>(
  script: string | undefined,
  choose: (module: PluginModule) => ComponentType<Props> | undefined,
) {
  return lazy(async (): Promise<{ default: ComponentType<Props> }> => {
    if (!script) throw new Error("This plugin has no script");
    const part = choose(await loadPluginModule(script));
    if (!part)
      throw new Error(
        "admin.tsx exports no component for this: its name among `pages` or `widgets` must be that of plugin.ts",
      );
    return { default: part };
  });
}
