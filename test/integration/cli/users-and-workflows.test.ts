import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type CommandLine, openCommandLine } from "./command-line.ts";

const pack = "test/support/library-office";

/** Each command is a process of its own, and a slow machine has other work. */
vi.setConfig({ testTimeout: 120_000 });

let office: CommandLine;

beforeAll(async () => {
  office = await openCommandLine();
});

afterAll(() => office[Symbol.asyncDispose]());

test("users are invited, listed, disabled and let in again", async () => {
  const invited = await office.run("users", "invite", "ada@library.test", "--name", "Ada", "--role", "librarian");
  expect(invited.out).toMatch(/One-time link for ada@library\.test:\n {2}http:\/\/localhost:3000\/login\?link=\S{20,}/);
  expect((await office.run("users", "list")).out).toContain("ada@library.test  Ada  [librarian]  invited");
  expect((await office.run("users", "disable", "ada@library.test")).out).toBe("ada@library.test  disabled\n");
  expect((await office.run("users", "enable", "ADA@library.test")).out).toBe("ada@library.test  invited\n");
  expect((await office.run("users", "reset", "ada@library.test")).out).toContain("/login?link=");
});

test("users says who is unknown, taken, or has a role that there is not", async () => {
  const unknown = await office.run("users", "reset", "nobody@library.test");
  expect([unknown.code, unknown.err]).toEqual([1, "This account does not exist.\n"]);
  const taken = await office.run("users", "invite", "ada@library.test", "--role", "librarian");
  expect(taken.code).toBe(1);
  const role = await office.run("users", "invite", "bob@library.test", "--role", "dragon");
  expect(role.code).toBe(1);
  expect(role.err).toContain("dragon");
  expect((await office.run("users", "fly")).out).toContain("users list | invite");
});

test("a command called as what every object has ended in a defect", async () => {
  const { code, out } = await office.run("constructor", "list");
  expect([code, out]).toEqual([1, expect.stringContaining("npm run passerelle -- <command>")]);
});

test("workflows go out to a folder, are changed there, and come back as new versions", async () => {
  const folder = join(office.folder, "pack");
  expect((await office.run("workflows", "export", folder)).code).toBe(0);
  expect((await office.run("workflows", "lint", folder)).code).toBe(0);
  expect((await office.run("workflows", "import", folder)).out).toContain("0 definitions put in force");
  const file = join(folder, "loans", "workflow.json");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace("Prolonger", "Garder plus longtemps"));
  const again = await office.run("workflows", "import", folder);
  expect(again.out).toContain("loans → version 2");
  expect(again.out).toContain("1 definitions put in force");
});

test("workflows lint names what is wrong, and where; a broken file is told and nothing is put in force", async () => {
  await using office = await openCommandLine();
  const good = await office.run("workflows", "lint", pack);
  expect(good.code).toBe(0);
  expect(good.out).toContain(" 0 errors");
  const folder = join(office.folder, "broken");
  await cp(pack, folder, { recursive: true });
  const file = join(folder, "loans", "workflow.json");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace('"target": "returned"', '"target": "nowhere"'));
  const wrong = await office.run("workflows", "lint", folder);
  expect(wrong.code).toBe(1);
  expect(wrong.out).toMatch(/✗ loans\/workflow\.json .*nowhere/);
  await writeFile(file, text.slice(0, -20));
  const cut = await office.run("workflows", "import", folder);
  expect(cut.code).toBe(1);
  expect(cut.err).toContain("loans/workflow.json");
  expect(cut.err).not.toContain("    at ");
});

test("workflows lint passes the office of this repository", async () => {
  await using office = await openCommandLine({ PASSERELLE_OFFICE: "workflows" });
  const { code, out } = await office.run("workflows", "lint");
  expect(out).toContain(" 0 errors");
  expect(code).toBe(0);
});
