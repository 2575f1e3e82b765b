import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Does the work in a folder that is a disk of 48 MB in memory. Null where none may be mounted. */
export async function withSmallDisk<T>(work: (folder: string) => Promise<T>): Promise<T | null> {
  const mount = await mkdtemp(join(tmpdir(), "passerelle-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=48m", "tmpfs", mount], { stdio: "ignore" });
  } catch {
    await rm(mount, { recursive: true });
    return null;
  }
  try {
    return await work(join(mount, "office"));
  } finally {
    execFileSync("umount", [mount]);
    await rm(mount, { recursive: true });
  }
}
