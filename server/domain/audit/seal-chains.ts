import { hash } from "node:crypto";
import type { Clock } from "../changes/clock.ts";
import type { AuditStore, Seal } from "./audit-store.ts";

/** Changes that one seal covers. */
const mostChanges = 2000;

/**
 * Seals every chain that has grown since the last seal. Several processes may do it at once: of two seals with one
 * number the first stands, and nobody waits. Returns how many seals were put.
 */
export async function sealChains(audit: AuditStore, clock: Clock): Promise<number> {
  const made = await audit.changes();
  let put = 0;
  for (;;) {
    const last = await audit.lastSeal();
    const from = last?.upTo ?? 0;
    if (from >= made) return put;
    const upTo = Math.min(made, from + mostChanges);
    const sealed = { nr: (last?.nr ?? 0) + 1, at: clock.now(), upTo, heads: await audit.heads(from, upTo) };
    if (!(await audit.addSeal({ ...sealed, hash: sealHash(sealed, last?.hash ?? "") }))) return put;
    put += 1;
  }
}

/** The link of a seal: a sha-256, in hexadecimal, over it and the link of the seal before. */
export function sealHash({ nr, at, upTo, heads }: Omit<Seal, "hash">, previous: string): string {
  return hash("sha256", JSON.stringify([previous, nr, at, upTo, heads]));
}
