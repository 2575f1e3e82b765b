const codes: ReadonlySet<unknown> = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EPIPE", "EAI_AGAIN"],
  // PostgreSQL is shutting down, has crashed, is starting, or has no connection left.
  ...["57P01", "57P02", "57P03", "53300"],
]);
/** Knex writes the statement before them. */
const sentences = /(^| - )(Connection terminated|Client has encountered a connection error|Knex: Timeout acquiring)/;

/** The database did not answer, or the line to it broke: the same may well work in a moment. */
export function isDatabaseLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && codes.has(error.code)) || sentences.test(error.message);
}
