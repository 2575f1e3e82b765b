import type { NextFunction, Request, Response } from "express";
import type { Logger } from "pino";
import { DomainError } from "../domain/domain-error.ts";
import { databaseUnavailable, unknownRoute } from "./http-errors.ts";
import { sendDefect, sendProblem } from "./problem.ts";

/** Answers whatever was thrown: refusals as they are, anything else as a defect that only the log tells of. */
export function errorHandler(logger: Logger, isDatabaseLost: (error: unknown) => boolean) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      logger.error({ err: error, requestId: request.id }, "an answer broke off");
      next(error);
      return;
    }
    const language = response.locals.language ?? "fr";
    const refusal = error instanceof DomainError ? error : ofExpress(error);
    if (refusal) {
      sendProblem(response, refusal, language);
      return;
    }
    if (isDatabaseLost(error)) {
      logger.error({ err: error, requestId: request.id }, "the database is lost");
      sendProblem(response.set("Retry-After", "2"), databaseUnavailable(), language);
      return;
    }
    logger.error({ err: error, requestId: request.id }, "a defect");
    sendDefect(response, language, String(request.id));
  };
}

/** An address that cannot be decoded names nothing; Express tells of it by an error of its own. */
function ofExpress(error: unknown): DomainError | null {
  return error instanceof URIError ? unknownRoute() : null;
}
