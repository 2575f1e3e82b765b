import type { RequestHandler } from "express";
import type { Caller } from "../../domain/changes/caller.ts";
import type { Office } from "../../domain/changes/office.ts";
import type { Bulk } from "../../domain/records/bulk/one-by-one.ts";
import { findType } from "../../domain/records/find-type.ts";
import { callerFrom } from "../sign-in/who-asks.ts";
import { typeOf } from "./request-address.ts";
import { sendBulk } from "./send-bulk.ts";
import { keyOf, writeBody } from "./write-body.ts";

interface BulkRequest {
  readonly type: string;
  readonly body: unknown;
  readonly key?: string | undefined;
}

/** Handles a write of several records of the path's type, and answers what became of each. */
export function bulkOfType(
  office: Office,
  write: (office: Office, caller: Caller, asked: BulkRequest) => Promise<Bulk>,
): RequestHandler {
  return async (request, response) => {
    const caller = callerFrom(response);
    const type = typeOf(request);
    const body = await writeBody(request, response, () => findType(office, type));
    const bulk = await write(office, caller, { type, body, ...keyOf(request) });
    await sendBulk(request, response, { ...bulk, language: caller.language });
  };
}
