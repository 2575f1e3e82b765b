import { createHash } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import type { KeyClaim, UsedKey } from "../../domain/changes/answer-store.ts";
import { after } from "../../domain/changes/instants.ts";
import { isReservedId } from "../../domain/definitions/reserved-ids.ts";
import { readableKey } from "../../domain/records/readable-key.ts";
import { keyUsedOtherwise } from "../../domain/records/record-errors.ts";
import type { HttpDeps } from "../http-deps.ts";
import { answerNotKept, keyInUse, outcomeUnknown } from "../http-errors.ts";
import { safeMethods } from "../safe-methods.ts";
import { caughtAnswer } from "./caught-answer.ts";
import { fileDigest } from "./first-file.ts";
import { keyOf } from "./write-body.ts";

declare global {
  namespace Express {
    interface Locals {
      /** The answer holds a secret that is shown once: it is not kept. */
      isShownOnce?: true;
    }
  }
}

/** Longer answers are not kept, in characters. */
const longest = 1_000_000;

interface GivenAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/**
 * Seconds that a write may take, after which its request is taken for lost: more than an import of a file as large as
 * they may be, or a publication that moves all cases of a town.
 */
const longestWrite = 900;

/**
 * Carries a write with an `Idempotency-Key` out once, and answers it as the first time when it comes again from the
 * same person; a refusal leaves the key unused. For every write but those of records, whose changes bear the key
 * themselves, and those of the sign-in, where nobody is known yet.
 *
 * Refuses with `malformed-idempotency-key`, `idempotency-key-reused`, `idempotency-key-in-use`, `outcome-unknown`,
 * `answer-not-kept`.
 */
export function answerOnce({ answers, office, logger }: AnswerDeps): RequestHandler {
  return async (request, response, next) => {
    const { caller, bodyFault } = response.locals;
    const { key } = keyOf(request);
    if (key === undefined || !caller || bodyFault || !isAnsweredHere(request)) {
      next();
      return;
    }
    const { id: actorId, roles } = caller.principal;
    const now = office.clock.now();
    const claim: KeyClaim = { actorId, roles, key: readableKey(key), leaseUntil: after(now, longestWrite) };
    const used = await answers.claim(claim, now);
    if (used !== null) {
      await answerAgain(request, used);
      return;
    }
    caughtAnswer(response, (body) =>
      settle({ answers, office }, claim, { request, response, body }).catch((error: unknown) =>
        logger.error({ err: error, requestId: request.id }, "an answer could not be kept for its key"),
      ),
    );
    next();
  };
}

type AnswerDeps = Pick<HttpDeps, "answers" | "office" | "logger">;

/** Answers as the first time. @throws DomainError why that cannot be. */
async function answerAgain(request: Request, used: UsedKey): Promise<void> {
  if (used.use === "under-way") throw keyInUse();
  if (used.use === "in-doubt") throw outcomeUnknown();
  if (used.digest !== (await digestOf(request))) throw keyUsedOtherwise();
  if (used.answer === null) throw answerNotKept();
  const { status, type, body } = JSON.parse(used.answer) as GivenAnswer;
  request.res?.status(status).type(type).send(body);
}

interface Answered {
  readonly request: Request;
  readonly response: Response;
  readonly body: string;
}

/** What a defect, or a lost database, leaves of a write is not known; a refusal has done nothing. */
async function settle(
  { answers, office }: Omit<AnswerDeps, "logger">,
  claim: KeyClaim,
  { request, response, body }: Answered,
): Promise<void> {
  const { statusCode: status } = response;
  if (status >= 500) await answers.abandon(claim, office.clock.now());
  else if (status >= 400) await answers.release(claim);
  else await answers.keep(claim, { digest: await digestOf(request), answer: keptText(response, body) });
}

/** Parts of the API whose writes are those of records, or of the sign-in. */
const elsewhere: ReadonlySet<string> = new Set(["staff", "auth"]);

function isAnsweredHere({ method, path }: Request): boolean {
  if (safeMethods.has(method)) return false;
  const [, first = ""] = path.split("/");
  return (isReservedId(first) && !elsewhere.has(first)) || path.endsWith("/erase");
}

/** What a request asks for, a file that it sends included. */
async function digestOf(request: Request): Promise<string> {
  const body: unknown = request.is("multipart/form-data") ? await fileDigest(request) : (request.body ?? {});
  return createHash("sha256")
    .update(JSON.stringify([request.method, request.originalUrl, body]))
    .digest("hex");
}

function keptText(response: Response, body: string): string | null {
  if (response.locals.isShownOnce || body.length > longest) return null;
  const given: GivenAnswer = { status: response.statusCode, type: String(response.get("Content-Type") ?? ""), body };
  return JSON.stringify(given);
}
