/** What time it is, and being called when it is a later time. */
export interface Clock {
  /** UTC ISO-8601 with milliseconds. */
  now(): string;
  /** Calls back at that instant, or at once when it is past. Returns a function that cancels the call. */
  wakeAt(instant: string, call: () => void): () => void;
}

/** The longest that Node's timers can wait; a longer one would fire at once. */
const longestWait = 2 ** 31 - 1;

/** The time of the machine. Its waits keep no process alive. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  wakeAt(instant, call) {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const left = Date.parse(instant) - Date.now();
      timer = left > longestWait ? setTimeout(wait, longestWait) : setTimeout(call, Math.max(0, left));
      timer.unref();
    };
    wait();
    return () => clearTimeout(timer);
  },
};
