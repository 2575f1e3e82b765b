/**
 * An address as it may be told, `postgres://me:…@db/town`. Up to its last `@`: a password that holds one may not have been
 * written as addresses want it.
 */
export function withoutPassword(url: string): string {
  return url.replace(/(\/\/[^:/@]*):.*@/, "$1:…@");
}
