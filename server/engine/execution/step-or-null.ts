import { EndlessLoop, type Step } from "../definition/machine.ts";

/** Runs the machine; null when it turns without end. */
export function stepOrNull(run: () => Step): Step | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof EndlessLoop) return null;
    throw error;
  }
}
