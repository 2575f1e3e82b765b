import { Engine } from "bpmn-engine";
import pg from "pg";
import { perSecond } from "./per-second.mjs";

const source = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="loan" targetNamespace="bench">
  <process id="case" isExecutable="true">
    <startEvent id="start" /><userTask id="out" /><userTask id="suspended" /><endEvent id="end" />
    <sequenceFlow id="a" sourceRef="start" targetRef="out" />
    <sequenceFlow id="b" sourceRef="out" targetRef="suspended" />
    <sequenceFlow id="c" sourceRef="suspended" targetRef="end" />
  </process>
</definitions>`;

/** One task signalled: the engine recovered from its state, and its state written back. */
export async function start(connectionString) {
  const pool = new pg.Pool({ connectionString, max: 12 });
  await pool.query("CREATE TABLE IF NOT EXISTS bpmn_cases (id serial PRIMARY KEY, state jsonb NOT NULL)");
  const engine = new Engine({ name: "bench", source });
  await engine.execute();
  const waiting = JSON.stringify(await engine.getState());
  engine.stop();
  const once = async () => {
    const { rows } = await pool.query("INSERT INTO bpmn_cases (state) VALUES ($1) RETURNING id, state", [waiting]);
    const recovered = new Engine({ name: "bench" }).recover(rows[0].state);
    const execution = await recovered.resume();
    execution.signal({ id: "out" });
    const state = JSON.stringify(await recovered.getState());
    await pool.query("UPDATE bpmn_cases SET state = $1 WHERE id = $2", [state, rows[0].id]);
    recovered.stop();
  };
  return { run: (milliseconds) => perSecond(milliseconds, once), stop: () => pool.end() };
}
