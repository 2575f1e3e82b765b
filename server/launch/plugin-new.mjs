import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./installed.mjs";
import { root } from "./root.mjs";

// `npm run plugin:new -- <id> --kind <kind>`: a working plugin of that kind, with a passing test.
const templates = `${root}plugins/_template`;
const kinds = readdirSync(templates, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const kindNames = kinds.map(({ name }) => name);
const usage = `npm run plugin:new -- <id> --kind <${kindNames.join("|")}>`;

/** Why there can be no plugin of that id and kind, or null. */
function objection(id, kind) {
  if (!id || !/^[a-z][a-z0-9-]*$/.test(id))
    return "L’identifiant est en minuscules, chiffres et traits d’union : rappel-visites.";
  if (!kindNames.includes(kind)) return `La nature est l’une de : ${kindNames.join(", ")}.`;
  if (existsSync(`${root}plugins/${id}`)) return `Le dossier plugins/${id} existe déjà.`;
  return null;
}

/** The template of the kind under the new name, in `plugins/<id>/`. */
function makePlugin(id, kind) {
  const folder = `${root}plugins/${id}`;
  mkdirSync(folder);
  cpSync(`${templates}/${kind}`, folder, { recursive: true });
  renameSync(`${folder}/template-${kind}.test.ts`, `${folder}/${id}.test.ts`);
  const title = `${id[0].toUpperCase()}${id.slice(1).replaceAll("-", " ")}`;
  for (const name of readdirSync(folder)) {
    const text = readFileSync(`${folder}/${name}`, "utf8");
    const renamed = text
      .replaceAll(`template-${kind}`, id)
      .replaceAll(`Template ${kind}`, title)
      .replaceAll('"../../../', '"../../');
    writeFileSync(`${folder}/${name}`, renamed);
  }
  // A longer name breaks its lines elsewhere.
  spawnSync(process.execPath, [`${root}node_modules/@biomejs/biome/bin/biome`, "check", "--write", folder], {
    cwd: root,
  });
  writeFileSync(`${folder}/README.md`, `# ${title}\nÀ quoi elle sert, ce qu’il faut régler, ce qu’elle ne fait pas.\n`);
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { kind: { type: "string" } } });
const [id] = positionals;
const why = objection(id, values.kind);
if (why) {
  console.error(`${why}\n${usage}`);
  process.exitCode = 1;
} else {
  ensureInstalled();
  makePlugin(id, values.kind);
  console.log(`plugins/${id}/ est prête.
  npm run plugin:check -- ${id}   types, style, tests et conformité
  npm run dev                     la recharge à chaque enregistrement
Activez-la sous Paramètres › Extensions.`);
}
