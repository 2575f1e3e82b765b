import type { NextFunction, Request, RequestHandler, Response } from "express";

/**
 * Handlers that every request passes, as one: the router looks for what comes next once, and not before each of them.
 * The first that fails ends the row, as in the router.
 */
export function inOneGo(...handlers: readonly RequestHandler[]): RequestHandler {
  return (request, response, next) => {
    const pass = (index: number): void => {
      const handler = handlers[index];
      if (handler === undefined) next();
      else handle(handler, { request, response, next: (error?: unknown) => (error ? next(error) : pass(index + 1)) });
    };
    pass(0);
  };
}

interface Handled {
  readonly request: Request;
  readonly response: Response;
  readonly next: NextFunction;
}

function handle(handler: RequestHandler, { request, response, next }: Handled): void {
  try {
    const done: unknown = handler(request, response, next);
    if (done instanceof Promise) done.catch(next);
  } catch (error) {
    next(error);
  }
}
