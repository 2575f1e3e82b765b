import { run } from "graphile-worker";
import { perSecond } from "./per-second.mjs";

/** One job a step, added and waited for. */
export async function start(connectionString) {
  const waiting = new Map();
  const runner = await run({
    connectionString,
    concurrency: 32,
    noHandleSignals: true,
    pollInterval: 500,
    maxPoolSize: 12,
    logger: silent(),
    taskList: { step: async ({ id }) => waiting.get(id)?.() },
  });
  let last = 0;
  const once = async () => {
    const id = ++last;
    const done = new Promise((resolve) => waiting.set(id, resolve));
    await runner.addJob("step", { id, data: { state: "suspended" } });
    await done;
    waiting.delete(id);
  };
  return { run: (milliseconds) => perSecond(milliseconds, once), stop: () => runner.stop() };
}

function silent() {
  const nothing = () => {};
  const logger = { error: nothing, warn: nothing, info: nothing, debug: nothing, scope: () => logger };
  return logger;
}
