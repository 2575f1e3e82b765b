import type { ImportedRecord, ImporterContribution } from "../contributions/index.ts";
import { abortBreaches, type Breach, differing } from "./breach.ts";

/**
 * What every importer keeps: each line of the files is a record, part of one, or rejected with its number and reason
 * (`expected` records come out), a second run yields the same keys and data, and an aborted run ends.
 */
export async function checkImporter(
  importer: ImporterContribution,
  path: string,
  expected: { readonly records: number; readonly rejected: number },
): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  const first = await readAll(importer, path, new AbortController().signal);
  const second = await readAll(importer, path, new AbortController().signal);
  if (first.records.length !== expected.records)
    breaches.push({ rule: "no-row-lost", what: `${first.records.length} records instead of ${expected.records}` });
  if (first.rejected.length !== expected.rejected)
    breaches.push({ rule: "rejects", what: `${first.rejected.length} rejected lines instead of ${expected.rejected}` });
  if (first.rejected.some((reason) => reason.trim() === ""))
    breaches.push({ rule: "in-words", what: "a line is rejected without a reason" });
  breaches.push(...differing("idempotent", first.records, second.records));
  const keys = new Set(first.records.map(({ key }) => JSON.stringify(key)));
  if (keys.size !== first.records.length) breaches.push({ rule: "unique-keys", what: "two records have the same key" });
  breaches.push(...(await abortBreaches((signal) => readAll(importer, path, signal))));
  return breaches;
}

async function readAll(importer: ImporterContribution, path: string, signal: AbortSignal) {
  const records: ImportedRecord[] = [];
  const rejected: string[] = [];
  const reject = ({ reason }: { readonly reason: string }) => rejected.push(reason);
  for await (const record of importer.read(path, { signal, language: "fr", reject })) records.push(record);
  return { records, rejected };
}
