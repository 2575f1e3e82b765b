import type { FileDesk } from "../files/file-desk.ts";

/** Takes away the bytes of documents that erasures took off their records; what fails is found again the next time. */
export async function removeFiles({ index, vault }: Pick<FileDesk, "index" | "vault">): Promise<number> {
  const ids = await index.removed();
  for (const id of ids) {
    await vault.remove(id);
    await index.forget(id);
  }
  return ids.length;
}
