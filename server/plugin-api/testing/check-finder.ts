import type { CallContext, FinderContribution } from "../contributions/index.ts";
import { abortBreaches, type Breach, differing } from "./breach.ts";

/** What a finder is tried with: what someone types, and the record that they mean. */
export interface FinderTrial<Config = unknown> {
  readonly text: string;
  readonly meant: string;
  readonly context: CallContext<Config>;
}

/**
 * What every finder keeps: the same text finds the same records, each once, no more than asked for, what is meant among
 * the first ten, whatever its accents and capitals; a text of nothing finds nothing; an aborted call ends.
 */
export async function checkFinder<Config>(
  finder: FinderContribution<Config>,
  { text, meant, context }: FinderTrial<Config>,
): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  const find = (typed: string, limit = 10) => finder.find(typed, { limit }, context);
  const first = await find(text);
  breaches.push(...differing("deterministic", first, await find(text)));
  breaches.push(...differing("limit", await find(text, 1), first.slice(0, 1)));
  breaches.push(...differing("accents-and-case", await find(text.toUpperCase().normalize("NFD")), first));
  if (new Set(first).size !== first.length) breaches.push({ rule: "once", what: "it finds a record twice" });
  if (!first.includes(meant)) breaches.push({ rule: "finds", what: `“${text}” does not find ${meant}` });
  if ((await find(" ")).length > 0) breaches.push({ rule: "nothing", what: "it finds something behind nothing" });
  breaches.push(...(await abortBreaches((signal) => finder.find(text, { limit: 10 }, { ...context, signal }))));
  return breaches;
}
