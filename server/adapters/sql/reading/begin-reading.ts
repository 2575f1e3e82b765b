import type { Knex } from "knex";
import type { Database } from "../database.ts";

/** A transaction in which everything is read as it was at one moment, whoever writes meanwhile. To be rolled back at its end. */
export function beginReading({ reading, patient, dialect }: Database): Promise<Knex.Transaction> {
  if (dialect.name === "sqlite") return reading.transaction();
  return patient.transaction(null, { isolationLevel: "repeatable read", readOnly: true });
}
