import compression from "compression";
import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from "express";
import { answerOnce } from "./answers/answer-once.ts";
import { backOffice } from "./back-office.ts";
import { errorHandler } from "./error-handler.ts";
import type { HttpDeps } from "./http-deps.ts";
import { starting, unknownRoute } from "./http-errors.ts";
import { inOneGo } from "./in-one-go.ts";
import { parseJsonBody } from "./json-body.ts";
import { pluginScripts } from "./plugin-scripts.ts";
import { requestLog } from "./request-log.ts";
import { auditRoutes } from "./routes/audit-routes.ts";
import { authRoutes } from "./routes/auth-routes.ts";
import { caseRoutes } from "./routes/case-routes.ts";
import { definitionRoutes } from "./routes/definition-routes.ts";
import { docsRoutes } from "./routes/docs-routes.ts";
import { exportRoutes } from "./routes/export-routes.ts";
import { fileRoutes } from "./routes/file-routes.ts";
import { importRoutes } from "./routes/import-routes.ts";
import { incidentRoutes } from "./routes/incident-routes.ts";
import { liveRoutes } from "./routes/live-routes.ts";
import { oidcRoutes } from "./routes/oidc-routes.ts";
import { overviewRoutes } from "./routes/overview-routes.ts";
import { pluginRoutes } from "./routes/plugin-routes.ts";
import { privacyRoutes } from "./routes/privacy-routes.ts";
import { publicRoutes } from "./routes/public-routes.ts";
import { recordRoutes } from "./routes/record-routes.ts";
import { recordTypeRoutes } from "./routes/record-type-routes.ts";
import { reportRoutes } from "./routes/report-routes.ts";
import { staffRoutes } from "./routes/staff-routes.ts";
import { subscriptionRoutes } from "./routes/subscription-routes.ts";
import { systemRoutes } from "./routes/system-routes.ts";
import { tokenRoutes } from "./routes/token-routes.ts";
import { usersRoutes } from "./routes/users-routes.ts";
import { viewRoutes } from "./routes/view-routes.ts";
import { securityHeaders } from "./security-headers.ts";
import { KnownUsers } from "./sign-in/known-users.ts";
import { limitSignedOut } from "./sign-in/rate-limits.ts";
import { sameOrigin } from "./sign-in/same-origin.ts";
import { SessionStore } from "./sign-in/session-store.ts";
import { sessions } from "./sign-in/sessions.ts";
import { requireSignIn, whoAsks } from "./sign-in/who-asks.ts";

/** The HTTP side of one office: its API, its back office, and what other machines ask. */
export function createApp(deps: HttpDeps): Express {
  const { site, logger, metrics } = deps;
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("query parser", "simple");
  app.set("trust proxy", site.trustProxy);
  app.use(
    inOneGo(
      metrics.measure,
      requestLog(logger, { believesProxy: site.trustProxy > 0 }),
      securityHeaders(site.publicUrl().startsWith("https:")),
      compressedReads(),
    ),
  );
  app.use("/api", api(deps));
  app.use(systemRoutes(deps));
  app.use(whileServing(deps));
  app.use("/plugins", pluginScripts(deps));
  app.use(backOffice(site.adminFolder));
  app.use(errorHandler(logger, deps.storageTrouble));
  return app;
}

/** The answers of writes are short: only those of reads are made shorter. */
function compressedReads(): RequestHandler {
  const compress = compression({
    filter: (request, response) => !isStream(response) && compression.filter(request, response),
  });
  return (request, response, next) => (request.method === "GET" ? compress(request, response, next) : next());
}

function isStream(response: { getHeader(name: string): unknown }): boolean {
  return String(response.getHeader("Content-Type")).startsWith("text/event-stream");
}

function api(deps: HttpDeps): Router {
  const { office, people, site } = deps;
  const known = new KnownUsers(deps);
  const router = Router();
  const store = new SessionStore(deps.sessions, { now: people.now, secret: site.sessionSecret });
  router.use(
    inOneGo(
      whileServing(deps),
      uncached,
      whoAsks({ office, people, sessions: store, known }),
      limitSignedOut(),
      refuseNullCharacter,
      sameOrigin(site.publicUrl),
      parseJsonBody,
      answerOnce(deps),
    ),
  );
  // What is asked most goes first: every route before it is tried in vain.
  router.use(caseRoutes(deps));
  router.use(["/auth", "/me"], sessions({ secret: site.sessionSecret, store }));
  router.use(publicRoutes(deps));
  router.use(authRoutes(deps, known));
  router.use(oidcRoutes(deps, known));
  router.use(subscriptionRoutes(deps));
  router.use(requireSignIn);
  router.use(staffRoutes(deps));
  router.use(usersRoutes(deps, known));
  router.use(tokenRoutes(deps));
  router.use(liveRoutes(deps, known));
  router.use(docsRoutes(deps));
  router.use(fileRoutes(deps));
  router.use(overviewRoutes(deps));
  router.use(viewRoutes(deps));
  router.use(importRoutes(deps));
  router.use(definitionRoutes(deps));
  router.use(recordTypeRoutes(deps));
  router.use(pluginRoutes(deps));
  router.use(auditRoutes(deps));
  router.use(incidentRoutes(deps));
  router.use(reportRoutes(deps));
  router.use(exportRoutes(deps));
  router.use(privacyRoutes(deps));
  router.use(recordRoutes(deps));
  router.use(() => {
    throw unknownRoute();
  });
  return router;
}

/** Refuses everything while the office is being loaded; asks everyone to go elsewhere when it is stopping. */
function whileServing({ state }: HttpDeps): RequestHandler {
  return (_request, response, next) => {
    if (state() === "starting") throw starting();
    if (state() === "stopping") response.set("Connection", "close");
    next();
  };
}

/** No name holds one, and PostgreSQL does not look for it. Whoever is signed out is told that first, by the route. */
function refuseNullCharacter(request: Request, response: Response, next: NextFunction): void {
  if (response.locals.caller && request.path.includes("%00")) throw unknownRoute();
  next();
}

function uncached(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Vary", "Accept-Language");
  next();
}
