import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { ensureInstalled } from "./installed.mjs";
import { root } from "./root.mjs";

// `npm run plugin:check -- <id>`: types, lint, tests with the conformance kit, and that it can be built.
ensureInstalled();
const [id] = process.argv.slice(2);
if (!id || !existsSync(`${root}plugins/${id}/plugin.ts`)) {
  console.error(`Il n’y a pas de plugins/${id ?? "<id>"}/plugin.ts.\nnpm run plugin:check -- <id>`);
  process.exit(1);
}

/** The product's own rules, for this plugin alone, and what the product declares of packages that bring no types. */
function typesProject() {
  const folder = `${root}build/plugin-check`;
  mkdirSync(folder, { recursive: true });
  const project = `${folder}/${id}.tsconfig.json`;
  const include = [`../../plugins/${id}`, "../../server/**/*.d.ts", "../../admin/**/*.d.ts"];
  writeFileSync(project, JSON.stringify({ extends: "../../tsconfig.json", include }));
  return project;
}

function tool(path, ...args) {
  return (
    spawnSync(process.execPath, [`${root}node_modules/${path}`, ...args], { cwd: root, stdio: "inherit" }).status === 0
  );
}

/** What a kind promises is tried by `conformance()`; pages, types and samples promise nothing of the sort. */
const promises = /\b(guards|actions|matchers|finders|reports|channels|importers|exporters):/;

const isTried = () =>
  !promises.test(readFileSync(`${root}plugins/${id}/plugin.ts`, "utf8")) ||
  readdirSync(`${root}plugins/${id}`).some(
    (name) => name.endsWith(".test.ts") && /\bconformance\(/.test(readFileSync(`${root}plugins/${id}/${name}`, "utf8")),
  );

async function isBuilt() {
  const { buildPlugin } = await import("./bundles.mjs");
  await buildPlugin(id);
  return !existsSync(`${root}build/plugins/${id}/broken.txt`);
}

const checks = [
  ["construction", isBuilt],
  ["types", () => tool("typescript/bin/tsc", "-p", typesProject())],
  ["style", () => tool("@biomejs/biome/bin/biome", "check", `plugins/${id}`)],
  ["directions", () => tool("dependency-cruiser/bin/dependency-cruise.mjs", `plugins/${id}`, "--output-type", "err")],
  ["un test appelle conformance()", isTried],
  ["tests et conformité", () => tool("vitest/vitest.mjs", "run", "--project", "unit", `plugins/${id}/`)],
];

const failed = [];
for (const [name, check] of checks) {
  const isKept = await check();
  console.log(`${isKept ? "✓" : "✗"} ${name}`);
  if (!isKept) failed.push(name);
}
if (failed.length > 0) {
  console.error(`À corriger dans plugins/${id} : ${failed.join(", ")}.`);
  process.exitCode = 1;
}
