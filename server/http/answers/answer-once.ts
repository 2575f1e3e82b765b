import { createHash } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import type { OwnKey } from "../../domain/changes/answer-store.ts";
import { isReservedId } from "../../domain/definitions/reserved-ids.ts";
import { readableKey } from "../../domain/records/readable-key.ts";
import { keyUsedOtherwise } from "../../domain/records/record-errors.ts";
import type { HttpDeps } from "../http-deps.ts";
import { answerNotKept, keyInUse } from "../http-errors.ts";
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
 * Carries a write with an `Idempotency-Key` out once, and answers it as the first time when it comes again from the
 * same person; a refusal leaves the key unused. For every write but those of records, whose changes bear the key
 * themselves, and those of the sign-in, where nobody is known yet.
 *
 * Refuses with `malformed-idempotency-key`, `idempotency-key-reused`, `idempotency-key-in-use`, `answer-not-kept`.
 */
export function answerOnce({
  answers,
  office,
  logger,
}: Pick<HttpDeps, "answers" | "office" | "logger">): RequestHandler {
  return async (request, response, next) => {
    const { caller, bodyFault } = response.locals;
    const { key } = keyOf(request);
    if (key === undefined || !caller || bodyFault || !isAnsweredHere(request)) {
      next();
      return;
    }
    const { id: actorId, roles } = caller.principal;
    const own: OwnKey = { actorId, roles, key: readableKey(key) };
    const used = await answers.claim(own, office.clock.now());
    if (used === null) {
      caughtAnswer(response, (given) => keep(own, given));
      next();
      return;
    }
    if (used.digest === null) throw keyInUse();
    if (used.digest !== (await digestOf(request))) throw keyUsedOtherwise();
    if (used.answer === null) throw answerNotKept();
    const { status, type, body } = JSON.parse(used.answer) as GivenAnswer;
    response.status(status).type(type).send(body);

    async function keep(taken: OwnKey, body: string): Promise<void> {
      try {
        const { statusCode: status } = response;
        // What became of a defect, or of a lost database, is not known: its key stays taken.
        if (status >= 500) return;
        if (status >= 400) await answers.release(taken);
        else await answers.keep(taken, { digest: await digestOf(request), answer: keptText(response, body) });
      } catch (error) {
        logger.error({ err: error }, "an answer could not be kept for its key");
      }
    }
  };
}

const reads: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);
/** Parts of the API whose writes are those of records, or of the sign-in. */
const elsewhere: ReadonlySet<string> = new Set(["staff", "auth"]);

function isAnsweredHere({ method, path }: Request): boolean {
  if (reads.has(method)) return false;
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
