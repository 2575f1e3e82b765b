import { malformedKey } from "./record-errors.ts";

/** Of one among many records it has the id behind it. */
const readable = /^[\x20-\x7e]{1,200}(\/[0-9a-f-]{36})?$/;

/** An `Idempotency-Key` that can be kept. @throws DomainError `malformed-idempotency-key`. */
export function readableKey(key: string): string {
  if (!readable.test(key)) throw malformedKey();
  return key;
}
