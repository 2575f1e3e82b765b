import { randomUUID } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import type { Logger } from "pino";

declare global {
  namespace Express {
    interface Request {
      /** What the log calls it. */
      id: string;
    }
  }
}

const probes = new Set(["/healthz", "/readyz", "/metrics"]);
/** What a proxy in front may have called the request. */
const givenId = /^[\w-]{8,64}$/;

interface RequestLogOptions {
  /** Whether a proxy in front may say what the request is called. */
  readonly believesProxy: boolean;
}

/**
 * Logs each answer with the id of its request, which the answer tells too (`X-Request-Id`). Neither queries nor bodies
 * nor names, nor the secrets of one-time links: no personal data.
 */
export function requestLog(logger: Logger, { believesProxy }: RequestLogOptions): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    const given = request.headers["x-request-id"];
    request.id = believesProxy && typeof given === "string" && givenId.test(given) ? given : randomUUID();
    response.setHeader("X-Request-Id", request.id);
    response.once("close", () => {
      const level = levelOf(request, response);
      if (!logger.isLevelEnabled(level)) return;
      const { id, method, originalUrl } = request;
      const responseTime = Math.round(performance.now() - began);
      const isWhole = response.writableFinished;
      const told = {
        req: { id, method, path: pathOf(originalUrl) },
        res: { status: response.statusCode },
        responseTime,
      };
      logger[level](told, isWhole ? "answered" : "broken off");
    });
    next();
  };
}

function levelOf(request: Request, response: Response): "debug" | "info" | "error" {
  if (response.statusCode === 500) return "error";
  return probes.has(request.originalUrl) ? "debug" : "info";
}

/** The path without what it is asked. A part longer than any id is the secret of a link. */
function pathOf(url: string): string {
  const [path = ""] = url.split("?");
  return path.replaceAll(/[^/]{40,}/g, "…");
}
