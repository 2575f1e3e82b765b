import type { Client } from "pg";
import type { Database } from "./database.ts";

/**
 * Does the work under a lock of that name, which one process of the office has at a time and a process that dies gives
 * back. On SQLite, whose file belongs to one process, the work is simply done.
 */
export async function alone<T>({ patient, dialect }: Database, name: string, work: () => Promise<T>): Promise<T> {
  if (dialect.name === "sqlite") return work();
  const client: Client = await patient.client.acquireConnection();
  const lock = "hashtextextended('passerelle ' || current_schema() || ' ' || $1, 0)";
  try {
    await client.query(`SELECT pg_advisory_lock(${lock})`, [name]);
    try {
      return await work();
    } finally {
      await client.query(`SELECT pg_advisory_unlock(${lock})`, [name]);
    }
  } finally {
    await patient.client.releaseConnection(client);
  }
}
