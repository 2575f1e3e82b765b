import { DBOS } from "@dbos-inc/dbos-sdk";
import { perSecond } from "./per-second.mjs";

/** One workflow of one step, started and waited for. */
export async function start(connectionString) {
  DBOS.setConfig({ name: "bench", systemDatabaseUrl: connectionString, logLevel: "error", runAdminServer: false });
  const step = async (state) => ({ state });
  const workflow = DBOS.registerWorkflow(async (state) => DBOS.runStep(() => step(state), { name: "step" }), {
    name: "move",
  });
  await DBOS.launch();
  const once = async () => (await DBOS.startWorkflow(workflow)("suspended")).getResult();
  return { run: (milliseconds) => perSecond(milliseconds, once), stop: () => DBOS.shutdown() };
}
