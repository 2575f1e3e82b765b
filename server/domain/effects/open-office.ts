import type { ChangeStore } from "../changes/change-store.ts";
import { Committer } from "../changes/committer.ts";
import { type Meter, silentMeter } from "../changes/meter.ts";
import { meteredStore } from "../changes/metered-store.ts";
import type { Office } from "../changes/office.ts";
import { Turns } from "../changes/turns.ts";
import { uuidV7Maker } from "../changes/uuid-v7.ts";
import { groupedReads } from "../records/grouped-reads.ts";
import { rightsFor } from "../rights/rights-for.ts";
import { BackgroundRunner } from "../timers/background-runner.ts";
import { followChange } from "./follow-change.ts";

/** What an office stands on: adapters, plugins and people. */
export interface OfficePorts
  extends Omit<Office, "committer" | "turns" | "effects" | "newId" | "rightsFor" | "meter">,
    Partial<Pick<Office, "newId">> {
  readonly store: ChangeStore;
  /** Nobody looks without it. */
  readonly meter?: Meter;
}

/** An office at work, and what it does in the background. */
export interface OpenOffice {
  readonly office: Office;
  /** Does what is due; not running until it is started. */
  readonly background: BackgroundRunner;
}

/**
 * Puts an office together.
 *
 * @example
 * const { office, background } = openOffice({ registry, store, reader, queue, clock: systemClock, … });
 * background.start();
 */
export function openOffice({ store, meter = silentMeter, ...ports }: OfficePorts): OpenOffice {
  const office: Office = {
    newId: uuidV7Maker(() => Date.parse(ports.clock.now())),
    ...ports,
    reader: groupedReads(ports.reader),
    committer: new Committer(meteredStore(store, meter)),
    meter,
    turns: new Turns(),
    rightsFor: rightsFor(ports.registry),
    effects: {
      follow: (change) => followChange(office, change),
      wake: (at) => background.wake(at),
    },
  };
  const background = new BackgroundRunner(office);
  return { office, background };
}
