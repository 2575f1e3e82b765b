import { type Response, Router } from "express";
import { type Caller, callerOf } from "../../domain/changes/caller.ts";
import type { ChangedRecord } from "../../domain/changes/office.ts";
import { loadRecord } from "../../domain/records/load-record.ts";
import type { LiveMessage } from "../api-types.ts";
import { FreshCache } from "../fresh-cache.ts";
import type { HttpDeps } from "../http-deps.ts";
import type { KnownUsers } from "../sign-in/known-users.ts";
import { signInMilliseconds } from "../sign-in/sign-in-milliseconds.ts";
import { isStillSignedIn } from "../sign-in/still-signed-in.ts";
import { callerFrom, requireSignIn } from "../sign-in/who-asks.ts";

const heartbeatMilliseconds = 25_000;
/** Bytes that may wait for a page that does not read. It is sent away: once it is back, it reads everything again. */
const mostWaiting = 1_000_000;

/** `/api/live`: server-sent events about what changed, for as long as the page is open. */
export function liveRoutes(deps: HttpDeps, known: KnownUsers): Router {
  const router = Router();
  router.get("/live", requireSignIn, (_request, response) => {
    const caller = callerFrom(response);
    response.set({ "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" });
    response.flushHeaders();
    response.write(": here\n\n");
    const who = { principal: caller.principal, user: response.locals.user };
    const fresh = new FreshCache<boolean>(signInMilliseconds);
    // A database that does not answer signs nobody out.
    const isStill = () =>
      fresh.get("still", () => isStillSignedIn({ people: deps.people, known }, who).catch(() => true));
    const stop = [
      deps.live.listen(
        (change) => void tell(deps, { caller, response, change, isStill }),
        () => response.end(),
      ),
      deps.office.registry.onChange((definitions) => send(response, { definitions })),
    ];
    const heartbeat = setInterval(async () => {
      if (await isStill()) response.write(": still here\n\n");
      else response.end();
    }, heartbeatMilliseconds);
    if (deps.state() === "stopping") response.end();
    response.once("close", () => {
      clearInterval(heartbeat);
      for (const end of stop) end();
    });
  });
  return router;
}

interface Told {
  readonly caller: Caller;
  readonly response: Response;
  readonly change: ChangedRecord;
  readonly isStill: () => Promise<boolean>;
}

async function tell({ office, logger }: HttpDeps, { caller, response, change, isStill }: Told): Promise<void> {
  const { type, id, version, deleted } = change;
  if (!(await isStill())) {
    response.end();
    return;
  }
  // No records, but the administrators' own list.
  if (type === "incidents") {
    if (caller.principal.roles.includes("admin")) send(response, { type, id, version });
    return;
  }
  const now = callerOf(office, caller.principal, caller.language);
  if (!now.rights.may("read", type)) return;
  try {
    const limited = now.rights.scope(type).length > 0;
    if (limited && (deleted || !(await isInScope()))) return;
    send(response, { type, id, version, ...(deleted && { deleted }) });
  } catch (error) {
    logger.error({ err: error }, "a change was not told");
  }

  async function isInScope(): Promise<boolean> {
    return loadRecord(office, now, { type, id }).then(
      () => true,
      () => false,
    );
  }
}

function send(response: Response, message: LiveMessage): void {
  if (response.writableEnded) return;
  if (response.writableLength > mostWaiting) response.destroy();
  else response.write(`data: ${JSON.stringify(message)}\n\n`);
}
