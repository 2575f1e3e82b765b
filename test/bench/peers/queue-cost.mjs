/**
 * What it would cost to keep timers and effects in graphile-worker beside the rows that make them harmless the second
 * time (docs/decisions/0006). Works in a schema of its own, which it makes and drops.
 *
 *     npm install && node queue-cost.mjs postgres://user:password@host/database
 */
import { Logger, makeWorkerUtils, run } from "graphile-worker";
import pg from "pg";

const [url] = process.argv.slice(2);
const schema = "queue_cost";
const groupSize = 32;
const connections = 4;
const milliseconds = 3000;
const effects = 6400;
const due = "2099-01-01T00:00:00.000Z";
const quiet = new Logger(() => () => {});

const options = `-c search_path=${schema}`;
const pool = new pg.Pool({ connectionString: url, options, max: 12 });
pool.on("error", () => {});
await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE; CREATE SCHEMA ${schema};
  DROP SCHEMA IF EXISTS ${schema}_jobs CASCADE`);
await pool.query(`
  CREATE TABLE records (id text PRIMARY KEY, version integer NOT NULL);
  CREATE TABLE events (record_id text, seq integer, PRIMARY KEY (record_id, seq));
  CREATE TABLE timers (record_id text, key text, due_at text, lease_until text, PRIMARY KEY (record_id, key));
  CREATE INDEX ON timers (due_at);
  CREATE TABLE outbox (nr bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key text UNIQUE, record_id text, params text,
    due_at text, lease_until text);
  CREATE INDEX ON outbox (due_at);
  CREATE INDEX ON outbox (record_id);
  INSERT INTO records SELECT 'r' || n, 1 FROM generate_series(0, 4999) AS n`);
const utils = await makeWorkerUtils({ connectionString: url, schema: `${schema}_jobs`, logger: quiet });
await utils.migrate();

let made = 0;
function nextGroup() {
  return Array.from({ length: groupSize }, () => {
    made += 1;
    const id = `r${made % 5000}`;
    return { id, seq: made, key: `${id}/${made}/0`, timer: `t${made % 3}`, due };
  });
}

const change = "json_to_recordset($1::json) AS change (id text, seq integer, key text, timer text, due text)";
const statements = {
  entries: `INSERT INTO events SELECT id, seq FROM ${change}`,
  records: `UPDATE records SET version = version + 1 FROM ${change} WHERE records.id = change.id`,
  timers: `INSERT INTO timers (record_id, key, due_at) SELECT id, timer, due FROM ${change}
    ON CONFLICT (record_id, key) DO UPDATE SET due_at = excluded.due_at, lease_until = NULL`,
  effects: `INSERT INTO outbox (key, record_id, params, due_at) SELECT key, id, '{}', '2026-01-01' FROM ${change}`,
  jobs: `SELECT count(*) FROM ${schema}_jobs.add_jobs(
    ARRAY(SELECT json_populate_recordset(null::${schema}_jobs.job_spec, $1::json)), false)`,
};

/** Writes a group of changes as the product does: a fixed number of statements, and the jobs with them when asked. */
async function write(client, group, { timer, effect, jobs }) {
  const json = JSON.stringify(group);
  const send = (name, value = json) => client.query({ name, text: statements[name], values: [value] });
  await client.query("BEGIN");
  await client.query("SELECT 1 FROM records WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE", [
    group.map(({ id }) => id),
  ]);
  await send("entries");
  await send("records");
  if (timer) await send("timers");
  if (effect) await send("effects");
  if (jobs) await send("jobs", JSON.stringify(group.flatMap((one) => jobsOf(one, { timer, effect }))));
  await client.query("COMMIT");
}

function jobsOf({ id, key, timer, due: runAt }, wanted) {
  const payload = { recordId: id, key: timer, dueAt: runAt };
  return [
    ...(wanted.timer ? [{ identifier: "timer", payload, run_at: runAt, job_key: `timer:${id}:${timer}` }] : []),
    ...(wanted.effect ? [{ identifier: "effect", payload: { key }, job_key: `effect:${key}` }] : []),
  ];
}

async function changesPerSecond(what) {
  await empty();
  const until = performance.now() + milliseconds;
  let done = 0;
  const writer = async () => {
    const client = await pool.connect();
    while (performance.now() < until) {
      const isWritten = await write(client, nextGroup(), what).then(
        () => true,
        () => client.query("ROLLBACK").then(() => false),
      );
      if (isWritten) done += groupSize;
    }
    client.release();
  };
  await Promise.all(Array.from({ length: connections }, writer));
  return Math.round((done / milliseconds) * 1000);
}

async function fill(jobs) {
  await empty();
  const client = await pool.connect();
  for (let n = 0; n < effects; n += groupSize) await write(client, nextGroup(), { effect: true, jobs });
  client.release();
}

async function leasedPerSecond() {
  await fill(false);
  const start = performance.now();
  for (;;) {
    const { rows } = await pool.query(`UPDATE outbox SET lease_until = '2098' FROM (SELECT nr FROM outbox
      WHERE due_at <= '2027' AND lease_until IS NULL ORDER BY nr LIMIT 64 FOR UPDATE SKIP LOCKED) AS free
      WHERE outbox.nr = free.nr RETURNING key`);
    if (rows.length === 0) return Math.round((effects / (performance.now() - start)) * 1000);
    await pool.query("DELETE FROM outbox WHERE key = ANY ($1)", [rows.map(({ key }) => key)]);
  }
}

async function workedPerSecond() {
  await fill(true);
  const start = performance.now();
  let done = 0;
  let finish = () => {};
  const finished = new Promise((resolve) => {
    finish = resolve;
  });
  const effect = async ({ key }) => {
    await pool.query({ name: "settle", text: "DELETE FROM outbox WHERE key = $1", values: [key] });
    done += 1;
    if (done === effects) finish();
  };
  const preset = { worker: { schema: `${schema}_jobs`, concurrentJobs: 32, pollInterval: 1000 } };
  const runner = await run({ pgPool: pool, preset, logger: quiet, noHandleSignals: true, taskList: { effect } });
  await finished;
  const perSecond = Math.round((effects / (performance.now() - start)) * 1000);
  await runner.stop();
  return perSecond;
}

async function empty() {
  await pool.query(`TRUNCATE events, timers, outbox, ${schema}_jobs._private_jobs`);
}

const table = [];
for (const [name, what] of Object.entries({
  "one timer": { timer: true },
  "one effect": { effect: true },
  "one timer and one effect": { timer: true, effect: true },
})) {
  const rows = await changesPerSecond(what);
  const both = await changesPerSecond({ ...what, jobs: true });
  table.push({ what: `changes/s, each with ${name}`, rows, "with jobs": both, ratio: (both / rows).toFixed(2) });
}
const leased = await leasedPerSecond();
const worked = await workedPerSecond();
table.push({ what: "effects done/s", rows: leased, "with jobs": worked, ratio: (worked / leased).toFixed(2) });
console.table(table);
await utils.release();
await pool.query(`DROP SCHEMA ${schema} CASCADE; DROP SCHEMA ${schema}_jobs CASCADE`);
await pool.end();
