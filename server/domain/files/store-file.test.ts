import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import type { Caller } from "../changes/caller.ts";
import { storeFile } from "./store-file.ts";

const somebody = { principal: { id: "desk" } } as Caller;

/** Keeps bytes in memory. */
function openDesk() {
  const kept = new Map<string, Buffer>();
  const vault = {
    store: async (id: string, content: Readable) => {
      const bytes = await buffer(content);
      kept.set(id, bytes);
      return { size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
    },
    open: async () => null,
    remove: async () => undefined,
  };
  const index = {
    insert: async () => undefined,
    get: async () => null,
    removed: async () => [],
    forget: async () => undefined,
  };
  return { kept, desk: { index, vault, now: () => "2026-03-02T08:00:00.000Z", newId: () => "f1" } };
}

describe("storeFile", () => {
  it.each([
    ["byte by byte", [...Buffer.from(`%PDF-1.7${"x".repeat(2000)}`)].map((byte) => Buffer.of(byte))],
    ["in one piece", [Buffer.from(`%PDF-1.7${"x".repeat(2000)}`)]],
    ["shorter than what tells its kind", [Buffer.from("%P"), Buffer.from("DF")]],
  ])("tells the kind of a file that comes %s, and keeps all of it", async (_, pieces) => {
    const { kept, desk } = openDesk();
    const content = Readable.from(pieces, { objectMode: false });
    const file = await storeFile(desk, somebody, { name: "letter.pdf", content });
    expect(file).toMatchObject({ mediaType: "application/pdf", size: Buffer.concat(pieces).length });
    expect(kept.get("f1")).toEqual(Buffer.concat(pieces));
  });

  it("takes an empty text, and no empty picture", async () => {
    const empty = () => Readable.from([], { objectMode: false });
    expect(await storeFile(openDesk().desk, somebody, { name: "a.txt", content: empty() })).toMatchObject({ size: 0 });
    const refused = storeFile(openDesk().desk, somebody, { name: "a.png", content: empty() });
    await expect(refused).rejects.toMatchObject({ details: { code: "file-type" } });
  });
});
