import { randomBytes } from "node:crypto";
import { open, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Scene, Strike } from "../fault-rounds.ts";
import { untilReady } from "./until-ready.ts";

const sentence = "Le disque est plein : rien n’a été enregistré. Prévenez l’administrateur, puis réessayez.";
/** SQLite's own limit. */
const boundless = 1_073_741_823;

/** Lets the SQLite file grow no further, until the office has said so. */
export const fillPages: Strike = async (scene) => {
  const { knex, dialect } = scene.office.town.database;
  const [size] = dialect.rowsOf(await knex.raw("PRAGMA page_count"));
  await knex.raw(`PRAGMA max_page_count = ${Number(size?.["page_count"])}`);
  await holdFull(scene);
  await knex.raw(`PRAGMA max_page_count = ${boundless}`);
  return 1;
};

/** Takes all the room on the small disk that the office's folder is on, until the office has said so. */
export function fillDisk(folder: string): Strike {
  return async (scene) => {
    const ballast = join(folder, "ballast");
    await takeAllRoom(ballast);
    await holdFull(scene);
    const upload = await scene.ask("/api/files", { method: "POST", body: document() });
    scene.hold(`a document refused (${upload.status} ${upload.body["code"]})`, upload.body["code"] === "storage-full");
    const kept = await readdir(join(folder, "files"), { recursive: true });
    scene.hold("no half of a document", !kept.some((name) => name.endsWith(".part")));
    await rm(ballast);
    return 1;
  };
}

/**
 * Takes all the room on the small disk that PostgreSQL has its folder on. It refuses what needs room, until it cannot write
 * its journal: then it dies, and is started again once there is room.
 */
export function fillPostgres(folder: string, revive: () => Promise<void>): Strike {
  const told = ["storage-full", "database-unavailable"];
  return async (scene) => {
    const { load, ask, hold } = scene;
    const ballast = join(dirname(folder), "ballast");
    await takeAllRoom(ballast);
    await load.isPostponed(...told);
    const written = await ask("/api/tallies", { method: "POST", body: { name: long() } });
    hold("503 for what cannot be saved", written.status === 503 && told.includes(String(written.body["code"])));
    const read = await ask("/api/tallies");
    hold("readable while the disk is full", read.status === 200 || read.body["code"] === "database-unavailable");
    await rm(ballast);
    await revive();
    await untilReady(scene);
    return 1;
  };
}

async function holdFull({ load, ask, hold }: Scene): Promise<void> {
  await load.isPostponed("storage-full");
  hold("readable while the disk is full", (await ask("/api/tallies")).status === 200);
  hold("ready to be read", (await ask("/readyz")).status === 200);
  const { status, body } = await ask("/api/tallies", { method: "POST", body: { name: long() } });
  hold("503 for what cannot be saved", status === 503 && body["code"] === "storage-full");
  hold("a sentence", body["message"] === sentence);
}

/** A name that no database makes shorter. */
function long(): string {
  return randomBytes(200_000).toString("base64");
}

async function takeAllRoom(ballast: string): Promise<void> {
  const file = await open(ballast, "w");
  const block = Buffer.alloc(65_536);
  try {
    for (let size = block.length; size >= 1; size = Math.floor(size / 4)) {
      while (
        await file.write(block, 0, size).then(
          ({ bytesWritten }) => bytesWritten > 0,
          () => false,
        )
      );
    }
  } finally {
    await file.close();
  }
}

function document(): FormData {
  const form = new FormData();
  form.append("file", new Blob(["%PDF-1.4\n", "x".repeat(200_000)]), "notice.pdf");
  return form;
}
