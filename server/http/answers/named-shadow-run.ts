import type { Caller } from "../../domain/changes/caller.ts";
import type { Office } from "../../domain/changes/office.ts";
import { displayNames } from "../../domain/records/display-names.ts";
import { visibleRecords } from "../../domain/records/visible-records.ts";
import type { ShadowRun } from "../../plugin-host/shadow/shadow-run.ts";

/** A shadow run as the administrator reads it: each record by its name. */
export interface NamedShadowRun extends Pick<ShadowRun, "compared" | "differing" | "failed"> {
  readonly differences: readonly {
    readonly type: string;
    readonly id: string;
    readonly displayName: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
}

export async function namedShadowRun(office: Office, caller: Caller, run: ShadowRun): Promise<NamedShadowRun> {
  const ids = new Map<string, Set<string>>();
  const note = ({ type, id }: { readonly type: string; readonly id: string }) =>
    ids.set(type, (ids.get(type) ?? new Set()).add(id));
  for (const difference of run.differences) {
    note(difference);
    for (const { record } of [...difference.before, ...difference.after]) if (record) note(record);
  }
  const names = await displayNames(office, caller, await visibleRecords(office, caller, ids));
  return {
    ...run,
    differences: run.differences.map(({ type, id, before, after }) => {
      const told = (lines: typeof before) =>
        lines.map(({ text, record }) => (record ? `${names.get(record.id) ?? record.id} – ${text}` : text));
      return { type, id, displayName: names.get(id) ?? id, before: told(before), after: told(after) };
    }),
  };
}
