import { type BuildOptions, build } from "esbuild";

interface Bundles {
  pluginServerBundle(id: string): BuildOptions;
  pluginAdminBundle(id: string): BuildOptions;
}

const launcher: Promise<Bundles> = import(new URL("../../server/launch/bundles.mjs", import.meta.url).href);

/** The text of a plugin, built as the launcher builds it: of `plugins/`, or of the given folder. */
export async function builtPlugin(id: string, folder = "plugins"): Promise<string> {
  const entryPoints = { plugin: `${folder}/${id}/plugin.ts` };
  return textOf({ ...(await launcher).pluginServerBundle(id), entryPoints });
}

/** The text of its part of the back office. */
export async function builtAdmin(id: string, folder = "plugins"): Promise<string> {
  return textOf({ ...(await launcher).pluginAdminBundle(id), entryPoints: { admin: `${folder}/${id}/admin.tsx` } });
}

async function textOf(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...options, sourcemap: false, write: false });
  return outputFiles?.[0]?.text ?? "";
}
