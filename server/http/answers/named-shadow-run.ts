import type { Caller } from "../../domain/changes/caller.ts";
import type { Office } from "../../domain/changes/office.ts";
import type { ShadowDifference, ShadowLine, ShadowRun } from "../../plugin-host/shadow/shadow-run.ts";
import { namesOf } from "./names-of.ts";
import type { ReadOf } from "./record-reads.ts";

/** A shadow run as the administrator reads it: each record by its name. */
export interface NamedShadowRun extends Omit<ShadowRun, "differences"> {
  readonly differences: readonly NamedDifference[];
}

/** A difference with the name of the record that it is about; its id where the caller may not read it. */
export interface NamedDifference extends Omit<ShadowDifference, "before" | "after"> {
  readonly displayName: string;
  readonly before: readonly NamedLine[];
  readonly after: readonly NamedLine[];
}

/** A line with the name of its candidate. */
export interface NamedLine extends ShadowLine {
  /** What the candidate is called; null for what a rule says. */
  readonly name: string | null;
}

/** The run with the names of the records that the caller may read, and the ids of the others. */
export async function namedShadowRun(office: Office, caller: Caller, run: ShadowRun): Promise<NamedShadowRun> {
  const names = await namesOf(office, caller, recordsIn(run));
  const named = (lines: readonly ShadowLine[]) =>
    lines.map((line) => ({ ...line, name: line.record && (names.get(line.record.id) ?? line.record.id) }));
  return {
    ...run,
    differences: run.differences.map((difference) => ({
      ...difference,
      displayName: names.get(difference.id) ?? difference.id,
      before: named(difference.before),
      after: named(difference.after),
    })),
  };
}

/** Every record that the run names, once. */
export function recordsIn({ differences }: ShadowRun): readonly ReadOf[] {
  const all = differences.flatMap(({ type, id, before, after }) => [
    { type, id },
    ...[...before, ...after].flatMap(({ record }) => record ?? []),
  ]);
  return [...new Map(all.map((record) => [record.id, record])).values()];
}
