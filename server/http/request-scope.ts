import { AsyncLocalStorage } from "node:async_hooks";
import type { Logger } from "pino";

/** Knows, in whatever a request causes and waits for, which request that is. */
export interface RequestScope {
  /** Runs the work of a request under its id. */
  run(id: string, work: () => void): void;
  /** The logger, with the id of the request, `requestId`, in each line that is written on account of one. */
  telling(logger: Logger): Logger;
}

/** One for a process: it follows whatever is awaited, by `AsyncLocalStorage`. */
export function createRequestScope(): RequestScope {
  const ids = new AsyncLocalStorage<string>();
  return {
    run: (id, work) => ids.run(id, work),
    telling: (logger) => {
      const log = (line: object) => {
        const requestId = ids.getStore();
        return requestId === undefined ? line : { ...line, requestId };
      };
      return logger.child({}, { formatters: { log } });
    },
  };
}
