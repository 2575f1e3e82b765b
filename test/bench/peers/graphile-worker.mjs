import { run } from "graphile-worker";
import { casesOfAQueue } from "./cases-of-a-queue.mjs";
import { perSecond } from "./per-second.mjs";

/** One job a step, added, carried out and waited for. */
export async function start(connectionString) {
  const cases = await casesOfAQueue(connectionString, "graphile_worker_cases");
  const waiting = new Map();
  const runner = await run({
    connectionString,
    concurrency: 32,
    noHandleSignals: true,
    pollInterval: 500,
    maxPoolSize: 12,
    logger: silent(),
    taskList: {
      step: async ({ id }) => {
        await cases.move(id);
        waiting.get(id)?.();
      },
    },
  });
  let last = 0;
  const once = async () => {
    const id = ++last;
    const done = new Promise((resolve) => waiting.set(id, resolve));
    await runner.addJob("step", { id });
    await done;
    waiting.delete(id);
  };
  const stop = async () => {
    await runner.stop();
    await cases.close();
  };
  return { run: (milliseconds) => perSecond(milliseconds, once), stop };
}

function silent() {
  const nothing = () => {};
  const logger = { error: nothing, warn: nothing, info: nothing, debug: nothing, scope: () => logger };
  return logger;
}
