import { Router } from "express";
import type { HttpDeps } from "../http-deps.ts";
import type { Metrics } from "../metrics.ts";

/** `/healthz`, `/readyz` and `/metrics`: for the machines that look after this one. */
export function systemRoutes({ ready }: HttpDeps, metrics: Metrics): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.json({ status: "ok" });
  });
  router.get("/readyz", (_request, response) => {
    response.status(ready() ? 200 : 503).json({ status: ready() ? "ready" : "starting" });
  });
  router.get("/metrics", (_request, response) => {
    response.type("text/plain; version=0.0.4").send(metrics.text());
  });
  return router;
}
