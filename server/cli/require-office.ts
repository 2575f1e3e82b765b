import { existsSync } from "node:fs";
import { openDatabase } from "../adapters/sql/database.ts";
import { noOfficeThere } from "../adapters/sql/database-errors.ts";
import { readDatabaseUrl } from "../adapters/sql/database-url.ts";

/**
 * Refuses an address where no office was ever kept. Whoever forgets to name theirs would else be made an empty one, and be
 * told that its backup, or its history, is in order.
 *
 * @throws DomainError `no-office-there`, those of `openDatabase`.
 */
export async function requireOffice(url: string): Promise<void> {
  const address = readDatabaseUrl(url);
  if (address.kind === "sqlite" && !existsSync(address.path)) throw noOfficeThere(url);
  await using database = await openDatabase(url);
  if (!(await database.knex.schema.hasTable("definitions"))) throw noOfficeThere(url);
}
