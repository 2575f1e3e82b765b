import type { Clock } from "../domain/changes/clock.ts";
import { SettableClock } from "../domain/changes/settable-clock.ts";
import { createSampleTown } from "../domain/sample/sample-town.ts";
import { type Settings, SettingsError } from "../settings.ts";
import type { Town } from "./town.ts";

/** What is kept of a sample: it is `loading` until all of it is there. */
export interface LoadedSample {
  /** Null where there is none. */
  readonly id: string | null;
  readonly state: "loading" | "loaded";
  /** Accounts whose password everybody knows. */
  readonly userIds: readonly string[];
}

const key = "sample";
const yearsBefore = 10;

/** The sample that this town was given, or null. */
export async function sampleOf(town: Town): Promise<LoadedSample | null> {
  return (await town.settings.get(key)) as LoadedSample | null;
}

/** How a first start decides. */
export interface FirstStart {
  readonly settings: Pick<Settings, "sample">;
  readonly clock: Clock;
  readonly progress: (done: number, of: number) => void;
}

/**
 * The sample that is there, or what the first start decides for good: the one that is asked for, or none where there is
 * someone already. For one process at a time.
 *
 * @throws SettingsError when no plugin in force has a sample of that id, and for half a sample: whoever was loading it has
 * died.
 */
export async function sampleOrFirst(town: Town, { settings, clock, progress }: FirstStart): Promise<LoadedSample> {
  const sample = await sampleOf(town);
  if (sample?.state === "loading") {
    throw new SettingsError(
      "DATABASE_URL : le chargement de l’exemple y a été interrompu. Videz ce schéma, puis redémarrez.",
    );
  }
  if (sample) return sample;
  const isEmpty = (await town.people.users.all()).length === 0;
  if (!isEmpty || settings.sample === null) return note(town, { id: null, state: "loaded", userIds: [] });
  return loadSample(town, { id: settings.sample, now: clock.now(), progress });
}

/** Tells the sample's story to an empty town. */
async function loadSample(
  town: Town,
  asked: { readonly id: string; readonly now: string; readonly progress: FirstStart["progress"] },
): Promise<LoadedSample> {
  const samples = town.plugins.samples();
  const sample = samples.find((each) => each.id === asked.id);
  if (!sample) {
    const known = ["none", ...samples.map(({ id }) => id)].join(", ");
    throw new SettingsError(`PASSERELLE_SAMPLE vaut « ${asked.id} » : choisissez parmi ${known}.`);
  }
  await note(town, { id: asked.id, state: "loading", userIds: [] });
  const start = new Date(asked.now);
  start.setUTCFullYear(start.getUTCFullYear() - yearsBefore);
  const clock = new SettableClock(start.toISOString());
  const story = createSampleTown({ ...town.on(clock), clock, now: asked.now, progress: asked.progress });
  await sample.run(story);
  await town.definitions.storage.refreshStatistics();
  return note(town, { id: asked.id, state: "loaded", userIds: story.userIds });
}

async function note(town: Town, { id, state, userIds }: LoadedSample): Promise<LoadedSample> {
  await town.settings.set(key, { id, state, userIds });
  return { id, state, userIds };
}
