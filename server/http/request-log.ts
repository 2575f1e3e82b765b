import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";

const probes = new Set(["/healthz", "/readyz", "/metrics"]);
/** What a proxy in front may have called the request. */
const givenId = /^[\w-]{8,64}$/;

/**
 * Logs each answer with the id of its request, which the answer tells too (`X-Request-Id`). Neither queries nor bodies
 * nor names, nor the secrets of one-time links: no personal data.
 *
 * @param believesProxy Whether a proxy in front may say what the request is called.
 */
export function requestLog(logger: Logger, believesProxy: boolean): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: (request, response) => {
      const given = request.headers["x-request-id"];
      const id = believesProxy && typeof given === "string" && givenId.test(given) ? given : randomUUID();
      response.setHeader("X-Request-Id", id);
      return id;
    },
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
        path: pathOf(request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: () => undefined,
    },
  });
}

/** The path without what it is asked. A part longer than any id is the secret of a link. */
function pathOf(url: string): string {
  const [path = ""] = url.split("?");
  return path.replaceAll(/[^/]{40,}/g, "…");
}
