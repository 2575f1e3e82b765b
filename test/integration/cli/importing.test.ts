import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type CommandLine, openCommandLine } from "./command-line.ts";

/** Each command is a process of its own, and a slow machine has other work. */
vi.setConfig({ testTimeout: 120_000 });

let library: CommandLine;

beforeAll(async () => {
  library = await openCommandLine();
});

afterAll(() => library[Symbol.asyncDispose]());

const members = [
  "Prénom;Nom;Courriel;Carte valable jusqu'au;Pointure",
  "Zoé;Étienne;zoe@exemple.fr;31/12/2030;38",
  "Jean;;jean@exemple.fr;;41",
  "Émile;Roux;ceci n’est pas une adresse;;",
  "Ada;Blanc;;;",
];

test("import tells each bad line, keeps every good one, and changes nothing when it only tries", async () => {
  const file = join(library.folder, "members.csv");
  await writeFile(file, members.join("\r\n"));
  const tried = await library.run("import", "members", file, "--dry-run");
  expect(tried.out).toContain("Dry run, nothing is saved: 2 created, 0 changed, 0 unchanged, 2 refused.");
  const done = await library.run("import", "members", file);
  expect(done.code).toBe(0);
  expect(done.out).toContain("Carte valable jusqu'au → Carte valable jusqu’au");
  expect(done.out).toContain("Columns left aside: Pointure");
  expect(done.out).toContain("Records: 2 created, 0 changed, 0 unchanged, 2 refused.");
  expect(done.out).toMatch(/members\.csv, line 3: .*Last name/);
  expect(done.out).toMatch(/members\.csv, line 4: .*E-mail/);
});

test("export writes what was imported, filtered when asked, as CSV or XLSX", async () => {
  const [all, one, book] = ["all.csv", "one.csv", "all.xlsx"].map((name) => join(library.folder, name));
  expect((await library.run("export", "members", "--output", all ?? "")).code).toBe(0);
  const text = await readFile(all ?? "", "utf8");
  expect(text).toContain("Étienne");
  expect(text).toContain("Blanc");
  const filter = JSON.stringify({ lastName: "Blanc" });
  expect((await library.run("export", "members", "--filter", filter, "--output", one ?? "")).code).toBe(0);
  expect(await readFile(one ?? "", "utf8")).not.toContain("Étienne");
  expect((await library.run("export", "members", "--format", "xlsx", "--output", book ?? "")).code).toBe(0);
  expect((await readFile(book ?? "")).subarray(0, 2).toString()).toBe("PK");
});

test("says what is wrong in one sentence, and shows how it is used", async () => {
  const unknown = await library.run("import", "dragons", join(library.folder, "members.csv"));
  expect(unknown.code).toBe(1);
  expect(unknown.err).toContain("dragons");
  expect(unknown.err).not.toContain("    at ");
  const missing = await library.run("import", "members", join(library.folder, "nothing.csv"));
  expect(missing.code).toBe(1);
  expect(missing.err).not.toContain("    at ");
  const filtered = await library.run("export", "members", "--filter", "{lastName}");
  expect(filtered.code).toBe(1);
  const usage = await library.run("fly");
  expect(usage.code).toBe(1);
  expect(usage.out).toContain("npm run passerelle -- <command>");
  for (const verb of ["import", "export", "users", "workflows", "audit", "replay", "retention", "backup", "restore"]) {
    expect(usage.out).toContain(`\n  ${verb} `.trimEnd());
  }
  expect((await library.run("--help")).code).toBe(0);
});

/** The official files of the occupations, which are not part of this repository. */
const rome = process.env["PASSERELLE_ROME"] ?? "../shared/data/rome";
const why = existsSync(rome) ? "" : ` (skipped: ${rome} is not there; PASSERELLE_ROME=<folder> names another place)`;

test.skipIf(why !== "")(
  `occupations import reads the official files, and a second time changes nothing${why}`,
  async () => {
    await using office = await openCommandLine({ PASSERELLE_OFFICE: "workflows" });
    const first = await office.run("occupations", "import", rome);
    expect(first.err).toBe("");
    expect(first.out).toContain("Records: 532 created, 0 changed, 0 unchanged, 0 refused.");
    const second = await office.run("occupations", "import", rome);
    expect(second.out).toContain("Records: 0 created, 0 changed, 532 unchanged, 0 refused.");
    const table = join(office.folder, "occupations.csv");
    expect((await office.run("export", "occupations", "--output", table)).code).toBe(0);
    expect(await readFile(table, "utf8")).toContain("K1304");
  },
);

test("occupations import says what is missing of a folder that has none of the files", async () => {
  await using office = await openCommandLine({ PASSERELLE_OFFICE: "workflows" });
  const { code, out } = await office.run("occupations", "import", office.folder);
  expect(out).toContain("A file is missing");
  expect(code).toBe(1);
});
