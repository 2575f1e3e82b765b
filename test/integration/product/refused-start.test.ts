import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { expect, test } from "vitest";
import { startOffice } from "../../../server/start-office.ts";
import { startLibrary } from "../http/running-library.ts";

test("a start that was refused left its town open, and its process without an end", async () => {
  await using library = await startLibrary();
  const dataFolder = await mkdtemp(join(tmpdir(), "passerelle-refused-"));
  try {
    const database = join(dataFolder, "passerelle.db");
    const settings = { ...library.settings, dataFolder, databaseUrl: `sqlite:${database}`, sample: "nowhere" };
    await expect(startOffice({ settings, logger: pino({ level: "silent" }) })).rejects.toThrow(/^PASSERELLE_SAMPLE/);
    // SQLite takes its journal away when the last connection is closed.
    expect([existsSync(database), existsSync(`${database}-wal`)]).toEqual([true, false]);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
});
