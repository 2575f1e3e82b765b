import type { AuditStore, Seal, SealedHead } from "./audit-store.ts";
import { type AuditFinding, mostMissing } from "./finding.ts";
import { sealHash } from "./seal-chains.ts";
import { verifyChain } from "./verify-chain.ts";

/** How much was looked through, and what was found. */
export interface VerifiedAudit {
  readonly records: number;
  readonly entries: number;
  readonly seals: number;
  /** The link of the last seal: noted elsewhere, it shows later that nothing before it was rewritten. */
  readonly lastSeal: string | null;
  readonly findings: readonly AuditFinding[];
}

const recordsAtOnce = 200;
const sealsAtOnce = 20;

/**
 * Looks through every record, its whole history, and every seal for what was edited, removed or inserted. Of the last seals
 * nothing inside the database tells that they were removed: `noted`, the link of one of them, does.
 */
export async function verifyAudit(
  audit: AuditStore,
  progress: (records: number) => void,
  noted?: string,
): Promise<VerifiedAudit> {
  const findings: AuditFinding[] = [];
  const counts = { records: 0, entries: 0 };
  for await (const chains of eachChain(audit)) {
    for (const chain of chains) {
      findings.push(...verifyChain(chain));
      counts.records += 1;
      counts.entries += chain.entries.length;
    }
    progress(counts.records);
  }
  for (const { recordId, seq } of await audit.strays()) findings.push({ recordId, seq, code: "record-removed" });
  const { isThere, findings: ofSeals, ...sealed } = await verifySeals(audit, noted);
  if (!isThere) findings.push({ seq: null, code: "noted-seal-gone" });
  const named = new Set(findings.map(placeOf));
  return {
    ...counts,
    ...sealed,
    findings: [...findings, ...ofSeals.filter((finding) => !named.has(placeOf(finding)))],
  };
}

/** What the chain of a record has named already, the seal over it need not name again. */
function placeOf({ recordId, seq, code }: AuditFinding): string {
  return `${recordId ?? "seal"}/${seq} ${code}`;
}

/** Every record with its history, in batches. */
export async function* eachChain(audit: AuditStore) {
  let after = "";
  for (;;) {
    const chains = await audit.chains(after, recordsAtOnce);
    if (chains.length > 0) yield chains;
    if (chains.length < recordsAtOnce) return;
    after = chains.at(-1)?.record.id ?? after;
  }
}

async function verifySeals(audit: AuditStore, noted: string | undefined) {
  let isThere = noted === undefined;
  const findings: AuditFinding[] = [];
  let last: Pick<Seal, "nr" | "hash"> = { nr: 0, hash: "" };
  let count = 0;
  for (;;) {
    const seals = await audit.seals(last.nr, sealsAtOnce);
    for (const seal of seals) {
      const named = Math.min(seal.nr, last.nr + 1 + mostMissing);
      for (let nr = last.nr + 1; nr < named; nr += 1) findings.push({ seq: nr, code: "seal-removed" });
      const follows = seal.nr === last.nr + 1;
      if (follows && sealHash(seal, last.hash) !== seal.hash) findings.push({ seq: seal.nr, code: "seal-changed" });
      else findings.push(...(await rewritten(audit, seal.heads)));
      isThere ||= seal.hash === noted;
      last = seal;
      count += 1;
    }
    if (seals.length === sealsAtOnce) continue;
    return { seals: count, lastSeal: last.hash === "" ? null : last.hash, isThere, findings };
  }
}

/** Entries that were sealed and are not there any more as they were. */
async function rewritten(audit: AuditStore, heads: readonly SealedHead[]): Promise<readonly AuditFinding[]> {
  const links = new Map((await audit.links(heads)).map(([id, seq, hash]) => [`${id}/${seq}`, hash]));
  return heads.flatMap(([recordId, seq, hash]): readonly AuditFinding[] => {
    const link = links.get(`${recordId}/${seq}`);
    if (link === hash) return [];
    return [{ recordId, seq, code: link === undefined ? "entry-removed" : "history-rewritten" }];
  });
}
