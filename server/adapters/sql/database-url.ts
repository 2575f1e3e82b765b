import { unsupportedDatabaseUrl } from "./database-errors.ts";

/** Where a town is kept: one SQLite file, or one schema of a PostgreSQL database. */
export type DatabaseAddress =
  | { readonly kind: "sqlite"; readonly path: string }
  | {
      readonly kind: "postgres";
      readonly connectionString: string;
      readonly schema: string;
      /** How long a statement that people wait for may take, in milliseconds. */
      readonly statementTimeout: number;
    };

const usualStatementTimeout = 20_000;
const schemaName = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * Reads `DATABASE_URL`.
 *
 * @throws DomainError `unsupported-database-url`.
 * @example
 * readDatabaseUrl("postgres://me@db/towns?schema=trelaze"); // { kind: "postgres", …, schema: "trelaze", statementTimeout: 20000 }
 */
export function readDatabaseUrl(url: string): DatabaseAddress {
  if (url.startsWith("sqlite:")) {
    const path = url.slice("sqlite:".length).replace(/^\/\/(?=\/)/, "");
    if (path === "") throw unsupportedDatabaseUrl(url);
    return { kind: "sqlite", path };
  }
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) throw unsupportedDatabaseUrl(url);
  const parsed = new URL(url);
  const schema = parsed.searchParams.get("schema") ?? "public";
  if (!schemaName.test(schema)) throw unsupportedDatabaseUrl(url);
  const statementTimeout = Number(parsed.searchParams.get("statement_timeout") ?? usualStatementTimeout);
  if (!Number.isInteger(statementTimeout) || statementTimeout < 1) throw unsupportedDatabaseUrl(url);
  for (const ours of ["schema", "statement_timeout"]) parsed.searchParams.delete(ours);
  return { kind: "postgres", connectionString: parsed.href, schema, statementTimeout };
}
