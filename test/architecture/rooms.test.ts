import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter(Boolean);
const code = tracked.filter((path) => /\.(ts|tsx|mjs)$/.test(path));

test("files stay short enough to be read in one sitting", () => {
  const long = code.filter((path) => readFileSync(path, "utf8").split("\n").length > 280);
  expect(long).toEqual([]);
});

test("the core has no word of employment", () => {
  const words =
    /(?<!\p{L})(seekers?|jobseekers?|placements?|recruitments?|employers?|ROME|chômeurs?|emplois?|demandeurs?|candidats?|recrutements?|offres?|company|companies|entreprises?|employees?|salariés?)(?!\p{L})/iu;
  const core = tracked.filter((path) => /^(server|admin)\//.test(path) && !path.startsWith("server/launch/"));
  const spoken = core.flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, index) => (words.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
  expect(spoken).toEqual([]);
});

test("no file is a drawer for odds and ends", () => {
  expect(code.filter((path) => /\/(utils?|helpers?|common|misc|types)\.(ts|tsx)$/.test(path))).toEqual([]);
});

test("only the composition root, the settings and the launchers read the environment", () => {
  const readers = code.filter(
    (path) =>
      path.startsWith("server/") &&
      !path.startsWith("server/launch/") &&
      /process\.env\b/.test(readFileSync(path, "utf8")),
  );
  expect(readers.filter((path) => !/^server\/(main|settings)\.ts$/.test(path))).toEqual([]);
});
