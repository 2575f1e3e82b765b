import { type NewsWire, silentWire } from "../../domain/changes/news.ts";
import { readDatabaseUrl } from "./database-url.ts";
import { PostgresNews } from "./postgres/postgres-news.ts";

/**
 * The line between the processes that share this database; on SQLite there is but one.
 *
 * @param url As `DATABASE_URL`.
 */
export function openNews(url: string, onBroken: (error: unknown) => void): NewsWire {
  const address = readDatabaseUrl(url);
  return address.kind === "sqlite" ? silentWire : new PostgresNews({ ...address, onBroken });
}
