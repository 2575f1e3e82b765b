import type { Scene } from "../fault-rounds.ts";

/** Waits until the office says that its database is away, and looks at how it says so. */
export async function holdAway({ load, ask, hold }: Scene): Promise<void> {
  await load.isPostponed("database-unavailable");
  const { status, body } = await ask("/api/tallies");
  hold("503 while the database is away", status === 503);
  hold("a sentence", body["message"] === "La base de données ne répond pas. Réessayez dans un instant.");
  const ready = await ask("/readyz");
  hold("a readiness that tells of it", ready.status === 503 && ready.body["database"] === "unreachable");
  hold("alive", (await ask("/healthz")).status === 200);
}
