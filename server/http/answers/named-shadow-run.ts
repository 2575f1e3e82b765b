import type { Caller } from "../../domain/changes/caller.ts";
import type { Office } from "../../domain/changes/office.ts";
import { displayNames } from "../../domain/records/naming/display-names.ts";
import { visibleRecords } from "../../domain/records/visible-records.ts";
import type { ShadowDifference, ShadowLine, ShadowRun } from "../../plugin-host/shadow/shadow-run.ts";

/** A shadow run as the administrator reads it: each record by its name. */
export interface NamedShadowRun extends Omit<ShadowRun, "differences"> {
  readonly differences: readonly NamedDifference[];
}

export interface NamedDifference extends Omit<ShadowDifference, "before" | "after"> {
  readonly displayName: string;
  readonly before: readonly NamedLine[];
  readonly after: readonly NamedLine[];
}

export interface NamedLine extends ShadowLine {
  /** What the candidate is called; null for what a rule says. */
  readonly name: string | null;
}

export async function namedShadowRun(office: Office, caller: Caller, run: ShadowRun): Promise<NamedShadowRun> {
  const ids = new Map<string, Set<string>>();
  for (const { type, id } of recordsIn(run)) ids.set(type, (ids.get(type) ?? new Set()).add(id));
  const names = await displayNames(office, caller, await visibleRecords(office, caller, ids));
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
export function recordsIn({ differences }: ShadowRun): readonly { readonly type: string; readonly id: string }[] {
  const all = differences.flatMap(({ type, id, before, after }) => [
    { type, id },
    ...[...before, ...after].flatMap(({ record }) => record ?? []),
  ]);
  return [...new Map(all.map((record) => [record.id, record])).values()];
}
