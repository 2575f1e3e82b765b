import { inLanguage, type Text } from "../plugin-api/text.ts";
import { type Breaker, createBreaker } from "./breaker.ts";
import { PluginCallError } from "./plugin-errors.ts";
import type { ContributionHealth } from "./plugin-host.ts";

/** The one way into a contribution's code: it may fail, hang or be asked too often without harming the office. */
export interface CallGate {
  /** @throws PluginCallError when the work threw, outlived its deadline, or was not begun. */
  call<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** The same for code that answers at once: it cannot be interrupted, but one that is slow counts as failing. */
  callNow<T>(work: () => T): T;
  health(): ContributionHealth;
}

export interface CallGateOptions {
  /** What the contribution is called in the sentence that tells of its failure. */
  readonly title: Text;
  readonly deadlineMs: number;
  readonly maximumInFlight: number;
  readonly elapsed: () => number;
  readonly onFailure: (error: unknown) => void;
}

const failuresInARow = 5;
const coolDownMs = 30_000;

export function createCallGate(options: CallGateOptions): CallGate {
  const breaker = createBreaker({ threshold: failuresInARow, coolDownMs, elapsed: options.elapsed });
  const figures = { calls: 0, failures: 0, totalMs: 0, inFlight: 0, lastError: null as string | null };

  function enter(): () => void {
    if (figures.inFlight >= options.maximumInFlight) throw tooManyCalls(options.title);
    if (!breaker.admit()) throw setAside(options.title);
    const start = options.elapsed();
    figures.inFlight += 1;
    figures.calls += 1;
    return () => {
      figures.inFlight -= 1;
      figures.totalMs += options.elapsed() - start;
    };
  }

  function failed(cause: unknown): PluginCallError {
    breaker.failed();
    figures.failures += 1;
    figures.lastError = cause instanceof Error ? cause.message : String(cause);
    options.onFailure(cause);
    return cause instanceof PluginCallError ? cause : threw(options.title, cause);
  }

  return {
    async call(work) {
      const leave = enter();
      try {
        const answer = await withDeadline(work, options);
        breaker.succeeded();
        return answer;
      } catch (cause) {
        throw failed(cause);
      } finally {
        leave();
      }
    },
    callNow(work) {
      const leave = enter();
      const start = options.elapsed();
      try {
        const answer = work();
        if (options.elapsed() - start > options.deadlineMs) failed(tooSlow(options));
        else breaker.succeeded();
        return answer;
      } catch (cause) {
        throw failed(cause);
      } finally {
        leave();
      }
    },
    health: () => health(figures, breaker),
  };
}

function health(
  figures: {
    readonly calls: number;
    readonly failures: number;
    readonly totalMs: number;
    readonly lastError: string | null;
  },
  breaker: Breaker,
): ContributionHealth {
  const { calls, failures, totalMs, lastError } = figures;
  const averageMs = calls === 0 ? 0 : Math.round((totalMs / calls) * 100) / 100;
  return { state: breaker.state(), calls, failures, averageMs, lastError };
}

async function withDeadline<T>(work: (signal: AbortSignal) => Promise<T>, options: CallGateOptions): Promise<T> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = tooSlow(options);
      abort.abort(error);
      reject(error);
    }, options.deadlineMs);
  });
  try {
    return await Promise.race([work(abort.signal), deadline]);
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

const setAside = (title: Text) =>
  new PluginCallError({
    fr: `« ${inLanguage(title, "fr")} » est mis de côté après plusieurs échecs. Un nouvel essai aura lieu dans ${coolDownMs / 1000} s.`,
    en: `“${inLanguage(title, "en")}” is set aside after failing several times. It will be tried again within ${coolDownMs / 1000} s.`,
  });

const tooManyCalls = (title: Text) =>
  new PluginCallError({
    fr: `« ${inLanguage(title, "fr")} » est trop demandé en ce moment. Réessayez dans un instant.`,
    en: `“${inLanguage(title, "en")}” is too busy right now. Try again in a moment.`,
  });

function seconds(ms: number, language: "fr" | "en"): string {
  return new Intl.NumberFormat(language).format(ms / 1000);
}
