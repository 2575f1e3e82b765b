import PgBoss from "pg-boss";
import { casesOfAQueue } from "./cases-of-a-queue.mjs";
import { perSecond } from "./per-second.mjs";

/** One job a step: sent, fetched, carried out and completed by its client, which waits for no poll. */
export async function start(connectionString) {
  const cases = await casesOfAQueue(connectionString, "boss_cases");
  const boss = new PgBoss({ connectionString, max: 12 });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue("step");
  let last = 0;
  const once = async () => {
    await boss.send("step", { id: ++last });
    const [job] = await boss.fetch("step");
    if (!job) return;
    await cases.move(job.data.id);
    await boss.complete("step", job.id);
  };
  const stop = async () => {
    await boss.stop({ graceful: false });
    await cases.close();
  };
  return { run: (milliseconds) => perSecond(milliseconds, once), stop };
}
