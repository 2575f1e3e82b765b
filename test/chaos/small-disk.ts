import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Does the work in a folder that is a disk of so many MB in memory. Null where none may be mounted. */
export async function withSmallDisk<T>(megabytes: number, work: (folder: string) => Promise<T>): Promise<T | null> {
  const mount = await mkdtemp(join(tmpdir(), "passerelle-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", mount], { stdio: "ignore" });
  } catch {
    await rm(mount, { recursive: true });
    return null;
  }
  try {
    return await work(join(mount, "data"));
  } finally {
    execFileSync("umount", [mount]);
    await rm(mount, { recursive: true });
  }
}
