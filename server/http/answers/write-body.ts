import type { Request, Response } from "express";
import type { Json } from "../../plugin-api/json.ts";
import { malformedValue } from "../http-errors.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/**
 * The body of a write. What is wrong with it is told after what is wrong with its address: `checkAddress` throws
 * when that names nothing.
 */
export async function writeBody(request: Request, response: Response, checkAddress: () => unknown): Promise<Json> {
  callerFrom(response);
  const { bodyFault } = response.locals;
  if (bodyFault) {
    await checkAddress();
    throw bodyFault;
  }
  const body: Json | undefined = request.body;
  return body ?? {};
}

/** The version that `If-Match` insists on. @throws DomainError `malformed-value`. */
export function versionAsked(request: Request): { readonly version?: number } {
  const header = request.headers["if-match"];
  if (header === undefined || header === "*") return {};
  const version = /^(?:W\/)?"(\d+)"$/.exec(header)?.[1];
  if (version === undefined)
    throw malformedValue("If-Match", { fr: 'une version comme "3"', en: 'a version such as "3"' });
  return { version: Number(version) };
}

/** The `Idempotency-Key`, with which a write that is sent again is answered as the first time. */
export function keyOf(request: Request): { readonly key?: string } {
  const key = request.get("Idempotency-Key");
  return key === undefined ? {} : { key };
}
