import { erasesPerson } from "../records/history/ends-record.ts";
import type { StoredChain } from "./audit-store.ts";
import { entryHash } from "./entry-hash.ts";
import { type AuditFinding, type FindingCode, mostMissing } from "./finding.ts";
import { differences } from "./replay-record.ts";

/** What is wrong with the history of one record: entries, links, salt, and what the record is now. */
export function verifyChain(chain: StoredChain): readonly AuditFinding[] {
  const { id: recordId, type } = chain.record;
  const found = (code: FindingCode, seq: number | null = null): AuditFinding => ({ type, recordId, seq, code });
  const entries = entryFindings(chain);
  if (entries.length > 0) return entries.map(({ code, seq }) => found(code, seq));
  if (chain.salt === null) return [found("salt-removed")];
  const isErased = chain.record.erasedAt !== undefined;
  return [
    ...(isErased && "secret" in chain.salt ? [found("salt-kept")] : []),
    ...(chain.entries.at(-1)?.hash === chain.head ? [] : [found("head-changed")]),
    ...(differences(chain).length === 0 ? [] : [found("record-changed")]),
  ];
}

/** The numbers up to `last` that no entry has, as far as they are named. */
function missingOf(entries: StoredChain["entries"], last: number): readonly number[] {
  const there = new Set(entries.map(({ seq }) => seq));
  const missing: number[] = [];
  for (let seq = 1; seq <= last && missing.length < mostMissing; seq += 1) if (!there.has(seq)) missing.push(seq);
  return missing;
}

type EntryFinding = { readonly code: FindingCode; readonly seq: number };

function entryFindings({ record, salt, entries }: StoredChain): readonly EntryFinding[] {
  const findings: EntryFinding[] = [];
  for (const seq of missingOf(entries, record.version)) findings.push({ code: "entry-removed", seq });
  const isErased = entries.some(erasesPerson);
  let previous: { readonly seq: number; readonly hash: string } = { seq: 0, hash: "" };
  for (const entry of entries) {
    const { seq, hash } = entry;
    const follows = seq === previous.seq + 1;
    if (seq > record.version || seq < 1) findings.push({ code: "entry-added", seq });
    else if (entry.erased !== undefined && !isErased) findings.push({ code: "values-removed", seq });
    else if (follows && salt !== null && entryHash({ recordId: record.id, ...entry }, salt, previous.hash) !== hash) {
      findings.push({ code: "entry-changed", seq });
    }
    previous = { seq, hash };
  }
  return findings;
}
