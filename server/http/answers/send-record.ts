import type { Response } from "express";

/** The record, with its version as the tag that `If-Match` sends back. */
export function sendRecord(response: Response, record: { readonly [field: string]: unknown }): void {
  response.set("ETag", `"${record["version"]}"`).json(record);
}
