import { Router } from "express";
import { createGauges } from "../gauges.ts";
import type { HttpDeps } from "../http-deps.ts";

/** `/healthz`, `/readyz` and `/metrics`: for the machines that look after this one. */
export function systemRoutes(deps: HttpDeps): Router {
  const { readiness, metrics } = deps;
  const gauges = createGauges(deps);
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.json({ status: "ok" });
  });
  router.get("/readyz", async (_request, response) => {
    const answer = await readiness();
    response.status(answer.status === "ready" ? 200 : 503).json(answer);
  });
  router.get("/metrics", async (_request, response) => {
    // A database that does not answer is told by `/readyz`; what was counted here is still true.
    const now = await gauges().catch(() => []);
    response.type("text/plain; version=0.0.4").send(metrics.text(now));
  });
  return router;
}
