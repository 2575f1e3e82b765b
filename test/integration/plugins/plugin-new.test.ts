import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { expect, test } from "vitest";
import { builtAdmin, builtPlugin } from "../../support/built-plugin.ts";
import { testHost } from "../../support/test-host.ts";

const contributed = {
  matcher: "matcher",
  report: "report",
  action: "action",
  guard: "guard",
  channel: "channel",
  importer: "importer",
  exporter: "exporter",
  finder: "finder",
  page: "page",
  widget: "widget",
};

function makePlugin(...args: string[]) {
  return spawnSync(process.execPath, ["server/launch/plugin-new.mjs", ...args], { encoding: "utf8" });
}

test.each(Object.entries(contributed))(
  "plugin:new --kind %s makes a plugin that is in force at once",
  async (kind, expected) => {
    const id = `trial-${kind}-${process.pid}`;
    try {
      const made = makePlugin(id, "--kind", kind);
      expect([made.status, made.stderr]).toEqual([0, ""]);
      const isDrawn = existsSync(`plugins/${id}/admin.tsx`);
      const files = { "plugin.mjs": await builtPlugin(id), ...(isDrawn && { "admin.js": await builtAdmin(id) }) };
      await using world = await testHost({ [id]: files });
      expect(world.host.scripts().map((script) => script.id)).toEqual(isDrawn ? [id] : []);
      const [listing] = world.host.list("fr");
      expect(listing).toMatchObject({ id, contributions: [{ kind: expected, id }] });
      // What needs an address to talk to waits for it, and says so.
      expect(listing?.status).toBe(kind === "action" || kind === "channel" ? "waiting" : "active");
    } finally {
      await rm(`plugins/${id}`, { recursive: true, force: true });
    }
  },
);

test("plugin:new refuses a wrong name, an unknown kind and a folder that is there, and makes nothing", () => {
  for (const args of [
    ["Wrong Name", "--kind", "guard"],
    ["right"],
    ["right", "--kind", "sample"],
    ["export-fse", "--kind", "guard"],
  ]) {
    const refused = makePlugin(...args);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("npm run plugin:new -- <id> --kind");
  }
});
