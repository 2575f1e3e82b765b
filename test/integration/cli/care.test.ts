import { readdir, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { eachDatabase, makeEveryPlace } from "../../support/databases.ts";
import { lend, type RunningLibrary, startLibrary } from "../http/running-library.ts";
import { openCommandLine } from "./command-line.ts";

/** Each command is a process of its own, and a slow machine has other work. */
vi.setConfig({ testTimeout: 120_000 });

/** The command line beside an office that is open. */
function beside({ settings }: RunningLibrary) {
  return openCommandLine({ DATABASE_URL: settings.databaseUrl, PASSERELLE_DATA: settings.dataFolder });
}

async function everything(library: RunningLibrary): Promise<JsonObject> {
  const librarian = await library.as("librarian");
  const [members, loans, found, history] = await Promise.all([
    librarian.get("/api/members"),
    librarian.get("/api/loans"),
    librarian.get(`/api/members?filter=${encodeURIComponent('{"q":"etien"}')}`),
    librarian.get("/api/loans").then(({ list }) => librarian.get(`/api/loans/${list[0]?.["id"]}/history`)),
  ]);
  return { members: members.list, loans: loans.list, found: found.list, history: history.list };
}

eachDatabase((_open, makePlace) => {
  test("audit verify and replay pass an office that is open, and name what was touched", async () => {
    const place = await makePlace();
    {
      await using library = await startLibrary({ databaseUrl: place.url });
      const { member, loan } = await lend(await library.as("librarian"));
      await using line = await beside(library);
      const clean = await line.run("audit", "verify");
      expect(clean.out).toMatch(/3 records, 3 history entries and \d+ seals checked; 0 findings\./);
      expect(clean.code).toBe(0);
      expect(await line.run("replay")).toMatchObject({ code: 0, err: "" });
      const { knex } = library.office.town.database;
      await knex("events").where({ record_id: member["id"] }).update({ actor_name: "Somebody else" });
      await knex("records").where({ id: loan["id"] }).update({ stage: "lost" });
      const touched = await line.run("audit", "verify");
      expect(touched.code).toBe(1);
      expect(touched.out).toContain(`✗ members/${member["id"]}, entry 1: `);
      expect(touched.out).toContain(`✗ loans/${loan["id"]}: the record is not what its history says`);
      const replayed = await line.run("replay");
      expect(replayed.code).toBe(1);
      expect(replayed.out).toContain(`loans/${loan["id"]}, stage: the history says "out.reading", the database "lost"`);
    }
    await place.remove();
  });

  test("retention run tells whom it would forget, and forgets them when it is not dry", async () => {
    const place = await makePlace();
    {
      await using library = await startLibrary({ databaseUrl: place.url });
      const { member, loan } = await lend(await library.as("librarian"));
      const { knex } = library.office.town.database;
      await using line = await beside(library);
      expect((await line.run("retention", "run")).out).toContain("Erased: 0,");
      const longAgo = "2001-01-01T08:00:00.000Z";
      await knex("events").update({ at: longAgo });
      await knex("records")
        .whereIn("id", [String(member["id"]), String(loan["id"])])
        .update({ created_at: longAgo });
      const tried = await line.run("retention", "run", "--dry-run");
      expect(tried.out).toContain(`Members ${member["id"]} (Zoé Étienne): nothing for 3 years`);
      expect(tried.out).toContain("Dry run, nothing is erased: 1 to erase");
      expect((await line.run("retention", "run")).out).toContain("Erased: 1,");
      const admin = await library.as("admin");
      expect((await admin.get(`/api/members/${member["id"]}`)).status).toBe(404);
      expect((await admin.get(`/api/loans/${loan["id"]}`)).body).toMatchObject({ displayName: "Erased person" });
      expect((await line.run("retention", "fly")).code).toBe(1);
    }
    await place.remove();
  });

  test("doctor says what is well and what is not", async () => {
    const [empty, place] = [await makePlace(), await makePlace()];
    {
      await using line = await openCommandLine({ DATABASE_URL: empty.url });
      const lonely = await line.run("doctor");
      expect(lonely.code).toBe(1);
      expect(lonely.out).toContain("✗ 0 administrator(s) can sign in.");
      expect(lonely.out).toMatch(/✓ The (SQLite database is intact|PostgreSQL database answers)\./);
    }
    {
      await using library = await startLibrary({ databaseUrl: place.url });
      await using line = await beside(library);
      expect(await line.run("doctor")).toMatchObject({ code: 0 });
      await using elsewhere = await openCommandLine({ DATABASE_URL: place.url });
      expect(await elsewhere.run("doctor")).toMatchObject({
        code: 1,
        out: expect.stringContaining("✗ The documents of this database are not in"),
      });
    }
    await Promise.all([empty.remove(), place.remove()]);
  });

  test("a backup of the wrong place, where no office is, was told to be one", async () => {
    const place = await makePlace();
    {
      await using line = await openCommandLine({ DATABASE_URL: place.url });
      for (const words of [
        ["backup", join(line.folder, "backup")],
        ["audit", "verify"],
        ["replay"],
        ["export", "members"],
      ]) {
        const told = await line.run(...words);
        expect([told.code, told.out]).toEqual([1, ""]);
        expect(told.err).toContain("There is no office at");
      }
      expect(await readdir(line.folder)).not.toContain("backup");
    }
    await place.remove();
  });

  test("a backup of an open office is restored whole, on either database", async () => {
    const place = await makePlace();
    {
      await using library = await startLibrary({ databaseUrl: place.url });
      const librarian = await library.as("librarian");
      await lend(librarian);
      await librarian.post("/api/members", { firstName: 'O’Connor \\ "x"', lastName: "Ünïcode 🐘", remarks: "a\nb" });
      const doomed = (await librarian.post("/api/books", { title: "Gone" })).body;
      await librarian.delete(`/api/books/${doomed["id"]}`);
      const paper = new FormData();
      paper.append("file", new Blob(["%PDF-1.4 a paper"]), "paper.pdf");
      const file = (await librarian.post("/api/files", paper)).body;
      const before = await everything(library);
      await using line = await beside(library);
      const folder = join(line.folder, "backup");
      expect(await line.run("backup", folder)).toMatchObject({ code: 0, err: "" });
      await librarian.post("/api/members", { firstName: "Too", lastName: "Late" });
      for (const [index, target] of (await makeEveryPlace()).entries()) {
        const dataFolder = join(line.folder, `restored-${index}`);
        const environment = { DATABASE_URL: target.url, PASSERELLE_DATA: dataFolder };
        await using other = await openCommandLine(environment);
        const restored = await other.run("restore", folder);
        expect(restored).toMatchObject({ code: 0, err: "" });
        expect(restored.out).toMatch(/Restored: \d+ rows, 4 of them records\./);
        expect(await other.run("audit", "verify")).toMatchObject({ code: 0 });
        expect(await other.run("replay")).toMatchObject({ code: 0 });
        expect((await other.run("restore", folder)).err).toContain("This database is not empty");
        {
          await using again = await startLibrary({ databaseUrl: target.url, dataFolder });
          expect(await everything(again)).toEqual(before);
          const returning = await again.as("librarian");
          expect((await returning.get(`/api/files/${file["id"]}`)).text).toBe("%PDF-1.4 a paper");
          const made = await returning.post("/api/members", { firstName: "New", lastName: "One" });
          expect(made.status).toBe(201);
        }
        await target.remove();
      }
    }
    await place.remove();
  });
});

test("a backup that is not whole, or none at all, restores nothing", async () => {
  await using library = await startLibrary();
  await lend(await library.as("librarian"));
  await using line = await beside(library);
  const folder = join(line.folder, "backup");
  expect(await line.run("backup", folder)).toMatchObject({ code: 0 });
  const file = join(folder, "passerelle.jsonl.gz");
  const { size } = await stat(file);
  await truncate(file, size - 200);
  await using other = await openCommandLine();
  const cut = await other.run("restore", folder);
  expect([cut.code, cut.err]).toEqual([1, expect.stringContaining("no whole backup")]);
  await writeFile(file, gzipSync("hello\n"));
  await using another = await openCommandLine();
  expect((await another.run("restore", folder)).err).toContain("no whole backup");
  expect((await another.run("restore", another.folder)).code).toBe(1);
  expect(await readFile(file)).toHaveLength(gzipSync("hello\n").length);
});
