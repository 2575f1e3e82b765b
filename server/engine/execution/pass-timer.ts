import type { Case } from "./case.ts";
import type { Accepted } from "./decision.ts";

/** The case once a timer has come due and nothing follows from it, its rule having said no: it waits for it no longer. */
export function passTimer(current: Case, key: string, now: string): Accepted {
  const armed = Object.fromEntries(Object.entries(current.armed).filter(([each]) => each !== key));
  const dueAt = Object.values(armed).sort()[0] ?? null;
  return {
    accepted: true,
    after: { ...current, version: current.version + 1, updatedAt: now, armed, dueAt },
    from: current.stage,
    to: current.stage,
    changes: {},
    arm: [],
    cancel: [],
    effects: [],
  };
}
