import type { JsonObject } from "../../plugin-api/json.ts";
import type { Change } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import { followChange } from "./follow-change.ts";

/** One timer, one effect or one chore: what the office does by itself, on nobody's request. */
export interface UnitOfWork {
  readonly unit: "timer" | "effect" | "chore";
  /** What the log calls it, beside its id: names of definitions and ids of records, nothing of what they hold. */
  readonly about: JsonObject;
}

/**
 * Does a unit of work with an office whose log lines carry the unit's id, also for what it causes at once. Its last line
 * tells what it changed, as `<record>/<version>`: the keys of effects that are left for later begin with that.
 */
export async function asUnit(
  office: Office,
  { unit, about }: UnitOfWork,
  work: (office: Office) => Promise<readonly Change[]>,
): Promise<void> {
  const workId = office.newId();
  const own: Office = {
    ...office,
    log: (message, details, level) => office.log(message, { workId, ...details }, level),
    effects: { ...office.effects, follow: (change) => followChange(own, change) },
  };
  const began = performance.now();
  const made = (await work(own)).map(({ record }) => `${record.id}/${record.version}`);
  const milliseconds = Math.round(performance.now() - began);
  own.log("Done in the background", { unit, ...about, made, milliseconds }, "info");
}
