import pg from "pg";

const count = 320;

/**
 * The cases that a queue by itself does not keep: a job that moves one reads it, adds an event to its history and
 * changes it, unless somebody else has, in a transaction of its own.
 */
export async function casesOfAQueue(connectionString, schema) {
  const pool = new pg.Pool({ connectionString, max: 12, options: `-c search_path=${schema}` });
  await pool.query(`CREATE SCHEMA IF NOT EXISTS ${schema};
    CREATE TABLE IF NOT EXISTS cases (id integer PRIMARY KEY, version integer NOT NULL, state jsonb NOT NULL);
    CREATE TABLE IF NOT EXISTS events (case_id integer, version integer, event jsonb, PRIMARY KEY (case_id, version));
    INSERT INTO cases SELECT n, 1, '{"stage":"out"}' FROM generate_series(0, ${count - 1}) AS n ON CONFLICT DO NOTHING`);
  const move = async (id) => {
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      const { rows } = await client.query("SELECT version, state FROM cases WHERE id = $1", [id % count]);
      const { version, state } = rows[0];
      const stage = state.stage === "out" ? "suspended" : "out";
      await client.query("INSERT INTO events VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [
        id % count,
        version + 1,
        { from: state.stage, to: stage },
      ]);
      await client.query("UPDATE cases SET version = version + 1, state = $3 WHERE id = $1 AND version = $2", [
        id % count,
        version,
        { stage },
      ]);
      await client.query("COMMIT");
    } finally {
      client.release();
    }
  };
  return { move, close: () => pool.end() };
}
