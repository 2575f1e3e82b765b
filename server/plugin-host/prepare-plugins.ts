import { callContext } from "./call-context.ts";
import { configOf, type GateOptions, type HostedPlugin } from "./hosted-plugin.ts";

/**
 * Lets plugins read what first questions would wait for, one after the other. What fails is told in the log and harms
 * nothing: the first question reads it then.
 */
export async function preparePlugins(
  plugins: readonly HostedPlugin[],
  options: GateOptions,
  signal: AbortSignal,
): Promise<void> {
  for (const hosted of plugins) {
    if (signal.aborted) return;
    const { id, plugin } = hosted;
    const call = { plugin: id, contribution: "prepare", config: configOf(hosted), records: hosted.records() };
    try {
      await plugin.prepare?.(callContext(options, { ...call, language: "fr", signal }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!signal.aborted) options.log("A plugin could not prepare itself", { plugin: id, reason });
    }
  }
}
