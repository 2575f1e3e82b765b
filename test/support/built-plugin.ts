import { type BuildOptions, build } from "esbuild";

/** The text of a plugin, built as the launcher builds it: of `plugins/`, or of the given folder. */
export async function builtPlugin(id: string, folder = "plugins"): Promise<string> {
  const launcher: { pluginServerBundle(id: string): BuildOptions } = await import(
    new URL("../../server/launch/bundles.mjs", import.meta.url).href
  );
  const options = { ...launcher.pluginServerBundle(id), sourcemap: false, write: false } as const;
  const { outputFiles } = await build({ ...options, entryPoints: { plugin: `${folder}/${id}/plugin.ts` } });
  return outputFiles?.[0]?.text ?? "";
}
