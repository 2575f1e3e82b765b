import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";

const probes = new Set(["/healthz", "/readyz", "/metrics"]);

/** Logs each answer with the id of its request. Neither queries nor bodies nor names: no personal data. */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: () => randomUUID(),
    customLogLevel: (request, response) => {
      if (response.statusCode === 500) return "error";
      return probes.has(request.url ?? "") ? "debug" : "info";
    },
    customSuccessMessage: () => "answered",
    customErrorMessage: () => "answered",
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split("?")[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
}
