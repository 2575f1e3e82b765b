import type { NextFunction, Request, Response } from "express";
import type { Logger } from "pino";
import { DomainError } from "../domain/domain-error.ts";
import { askedLanguage } from "./asked-language.ts";
import { unknownRoute } from "./http-errors.ts";
import { sendDefect, sendProblem } from "./problem.ts";

/** Answers whatever was thrown: refusals as they are, anything else as a defect that only the log tells of. */
export function errorHandler(logger: Logger, storageTrouble: (error: unknown) => DomainError | null) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    const { id: requestId } = request;
    if (response.headersSent) {
      // Of a reader who goes away in the middle of an answer, the line of their request tells.
      if (!isCutByReader(error)) logger.error({ err: error, requestId }, "an answer broke off");
      next(error);
      return;
    }
    const language = response.locals.language ?? askedLanguage(request) ?? "fr";
    const refusal = error instanceof DomainError ? error : (ofExpress(error) ?? storageTrouble(error));
    if (refusal) {
      if (refusal.cause !== undefined) logger.error({ err: refusal, requestId }, "a fault around us");
      if (refusal.details.kind === "unavailable") response.set("Retry-After", "2");
      sendProblem(response, refusal, language);
      return;
    }
    logger.error({ err: error, requestId }, "a defect");
    sendDefect(response, language, requestId);
  };
}

function isCutByReader(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
}

/** An address that cannot be decoded names nothing; Express tells of it by an error of its own. */
function ofExpress(error: unknown): DomainError | null {
  return error instanceof URIError ? unknownRoute() : null;
}
