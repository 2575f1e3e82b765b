import type { Database } from "../database.ts";

/** What the tables of people need of the database: reads of the sign-in go past the writer. */
export type PeopleDatabase = Pick<Database, "knex" | "reading">;
