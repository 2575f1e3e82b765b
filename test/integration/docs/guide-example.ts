import { readFile } from "node:fs/promises";

const guide = "docs/plugins.md";

/** The code of the plugin that the guide shows under this path. */
export async function guideExample(id: string): Promise<string> {
  const text = await readFile(guide, "utf8");
  const code = text.split(`\`plugins/${id}/plugin.ts\`:\n\`\`\`ts\n`)[1]?.split("```")[0];
  if (!code) throw new Error(`${guide} shows no plugins/${id}/plugin.ts.`);
  return code;
}
