import type { Request, Response } from "express";
import type { Bulk, DoneToOne } from "../../domain/records/bulk/one-by-one.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { BulkResult } from "../api-types.ts";
import { problemOf } from "../problem.ts";

const lines = "application/x-ndjson";

/**
 * What became of each of many, in their order: one array, or, for those who accept `application/x-ndjson`, a line with
 * the `total` at once and a line for each as it is done, so that progress can be shown.
 */
export async function sendBulk(
  request: Request,
  response: Response,
  { total, results, language }: Bulk & { readonly language: Language },
): Promise<void> {
  if (request.accepts(["application/json", lines]) !== lines) {
    const all: BulkResult[] = [];
    for await (const group of results) all.push(...group.map((one) => bulkResult(one, language)));
    response.json(all);
    return;
  }
  response.type(lines);
  response.write(`${JSON.stringify({ total })}\n`);
  for await (const group of results) {
    if (response.destroyed) return;
    const told = group.map((one) => bulkResult(one, language)).map((one) => (one.ok ? { id: one.id, ok: true } : one));
    response.write(`${told.map((one) => JSON.stringify(one)).join("\n")}\n`);
  }
  response.end();
}

function bulkResult(one: DoneToOne, language: Language): BulkResult {
  const { type, id } = one;
  return "error" in one
    ? { id, type, ok: false, displayName: one.displayName, problem: problemOf(one.error, language) }
    : { id, type, ok: true, record: one.record as unknown as BulkRecord };
}

type BulkRecord = Extract<BulkResult, { readonly ok: true }>["record"];
