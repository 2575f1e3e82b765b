import PgBoss from "pg-boss";
import { perSecond } from "./per-second.mjs";

/** One job a step: sent, fetched and completed by its client, which waits for no poll. */
export async function start(connectionString) {
  const boss = new PgBoss({ connectionString, max: 12 });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue("step");
  const once = async () => {
    await boss.send("step", { state: "suspended" });
    const [job] = await boss.fetch("step");
    if (job) await boss.complete("step", job.id);
  };
  return { run: (milliseconds) => perSecond(milliseconds, once), stop: () => boss.stop({ graceful: false }) };
}
