import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** A folder for `PASSERELLE_BUILD`: what the product is built to, with these built plugins in place of its own. */
export async function buildWith(folder: string, plugins: { readonly [id: string]: string }): Promise<string> {
  const build = join(folder, "build");
  for (const [id, text] of Object.entries(plugins)) {
    await mkdir(join(build, "plugins", id), { recursive: true });
    await writeFile(join(build, "plugins", id, "plugin.mjs"), text);
  }
  for (const part of ["server", "admin"]) await symlink(resolve("build", part), join(build, part));
  return build;
}
