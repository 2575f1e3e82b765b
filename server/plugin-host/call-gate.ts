import { inLanguage, type Language, type Text } from "../plugin-api/text.ts";
import { createBreaker } from "./breaker.ts";
import { createCallRecord } from "./call-record.ts";
import type { ContributionHealth } from "./contribution-listing.ts";
import { PluginStopped } from "./isolation/plugin-stopped.ts";
import { PluginCallError } from "./plugin-errors.ts";

/** The one way into a contribution's code: it may fail, hang or be asked too often without harming the office. */
export interface CallGate {
  /** @throws PluginCallError when the work threw, outlived its deadline, or was not begun. */
  call<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** The same for code that answers at once: it cannot be interrupted, but one that is slow counts as failing. */
  callNow<T>(work: () => T): T;
  health(language?: Language): ContributionHealth;
  /** Calls it again at once, whatever its failures were. */
  close(): void;
  /** Counts a failure that showed itself outside any call. */
  blame(cause: unknown): void;
}

/** Limits of one contribution, and who hears of its failures. */
export interface CallGateOptions {
  /** What the contribution is called in the sentence that tells of its failure. */
  readonly title: Text;
  readonly deadlineMs: number;
  readonly maximumInFlight: number;
  readonly elapsed: () => number;
  /** UTC ISO-8601. */
  readonly clock: () => string;
  readonly onFailure: (error: unknown) => void;
}

const failuresInARow = 5;
const coolDownMs = 30_000;
/** A trial of what hangs costs its deadline each time: seldom enough that nobody notices. */
const longestCoolDownMs = 900_000;

/**
 * Five failures in a row set the contribution aside for 30 s, each failed trial for twice as long, 15 minutes at
 * most.
 */
export function createCallGate(options: CallGateOptions): CallGate {
  const door = createDoor(options);
  return {
    async call(work) {
      const leave = door.enter();
      try {
        const answer = await withDeadline(work, { ...options, onLateEnd: door.endedLate });
        door.succeeded();
        return answer;
      } catch (cause) {
        throw door.failed(cause);
      } finally {
        leave();
      }
    },
    callNow(work) {
      const leave = door.enter();
      const start = options.elapsed();
      try {
        const answer = work();
        if (options.elapsed() - start > options.deadlineMs) door.failed(tooSlow(options));
        else door.succeeded();
        return answer;
      } catch (cause) {
        throw door.failed(cause);
      } finally {
        leave();
      }
    },
    health: door.health,
    close: door.close,
    blame: (cause) => void door.failed(cause),
  };
}

/** Lets calls in, or not, and notes how they end. */
function createDoor({ title, maximumInFlight, elapsed, clock, onFailure }: CallGateOptions) {
  const breaker = createBreaker({ threshold: failuresInARow, coolDownMs, longestCoolDownMs, elapsed });
  const record = createCallRecord(clock);
  return {
    /** Answers what is to be done when the call has ended. */
    enter(): () => void {
      if (record.inFlight() >= maximumInFlight) throw tooManyCalls(title);
      if (!breaker.admit()) throw setAside(title, breaker.waitsMs());
      const start = elapsed();
      record.begun();
      return () => record.ended(elapsed() - start);
    },
    succeeded(): void {
      breaker.succeeded();
      record.succeeded();
    },
    failed(cause: unknown): PluginCallError {
      breaker.failed({ fatal: cause instanceof PluginStopped });
      record.failed(cause, { setAside: breaker.state() === "open" });
      onFailure(cause);
      return cause instanceof PluginCallError ? cause : threw(title, cause);
    },
    /** A thread that gave no sign of life past the deadline of a call is stopped when that call has failed already. */
    endedLate(cause: unknown): void {
      if (!(cause instanceof PluginStopped)) return;
      breaker.failed({ fatal: true });
      record.explained(cause, { setAside: true });
      onFailure(cause);
    },
    close(): void {
      breaker.close();
      record.succeeded();
    },
    health: (language: Language = "en"): ContributionHealth => ({
      state: breaker.state(),
      ...record.figures(language),
    }),
  };
}

async function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  options: CallGateOptions & { readonly onLateEnd: (cause: unknown) => void },
): Promise<T> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = tooSlow(options);
      abort.abort(error);
      reject(error);
    }, options.deadlineMs);
  });
  const answer = (async () => work(abort.signal))();
  answer.catch((cause: unknown) => {
    if (abort.signal.aborted) options.onLateEnd(cause);
  });
  try {
    return await Promise.race([answer, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

const tooSlow = ({ title, deadlineMs }: CallGateOptions) =>
  new PluginCallError({
    fr: `« ${inLanguage(title, "fr")} » n’a pas répondu en ${seconds(deadlineMs, "fr")} s. Réessayez dans un instant.`,
    en: `“${inLanguage(title, "en")}” did not answer within ${seconds(deadlineMs, "en")} s. Try again in a moment.`,
  });

const threw = (title: Text, cause: unknown) =>
  new PluginCallError(
    {
      fr: `« ${inLanguage(title, "fr")} » n’a pas fonctionné. Signalez-le à l’administrateur.`,
      en: `“${inLanguage(title, "en")}” did not work. Tell the administrator.`,
    },
    cause,
  );

const setAside = (title: Text, waitsMs: number) =>
  new PluginCallError({
    fr: `« ${inLanguage(title, "fr")} » est mis de côté après plusieurs échecs. Un nouvel essai aura lieu dans ${wholeSeconds(waitsMs)} s.`,
    en: `“${inLanguage(title, "en")}” is set aside after failing several times. It will be tried again in ${wholeSeconds(waitsMs)} s.`,
  });

const tooManyCalls = (title: Text) =>
  new PluginCallError({
    fr: `« ${inLanguage(title, "fr")} » est trop demandé en ce moment. Réessayez dans un instant.`,
    en: `“${inLanguage(title, "en")}” is too busy right now. Try again in a moment.`,
  });

/** The trial call may be under way: another comes soon. */
const wholeSeconds = (ms: number) => Math.max(1, Math.ceil(ms / 1000));

function seconds(ms: number, language: "fr" | "en"): string {
  return new Intl.NumberFormat(language).format(ms / 1000);
}
