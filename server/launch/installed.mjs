import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { root } from "./root.mjs";

const stamp = `${root}node_modules/.passerelle-installed`;
const oldestNode = [20, 19];

/** Installs the packages of the lock file where they are missing or older than it. Ends the process with one sentence when that fails. */
export function ensureInstalled() {
  requireNode();
  const wanted = createHash("sha256")
    .update(readFileSync(`${root}package-lock.json`))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Installation des dépendances (quelques minutes la première fois)…");
  // `npm ci` refuses a lock file that lacks the builds of a package for other systems, which some registries do not serve.
  const npm = spawnSync(
    "npm",
    ["install", "--include=dev", "--prefer-offline", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: root,
      stdio: "inherit",
      shell: process.platform === "win32",
    },
  );
  if (npm.status !== 0) {
    console.error("L’installation des dépendances a échoué : le message de npm est ci-dessus.");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const recent = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  if (recent) return;
  console.error(
    `Passerelle demande Node.js ${oldestNode.join(".")} ou plus récent ; celui-ci est ${process.versions.node}.`,
  );
  process.exit(1);
}
