import type { CasesChoice } from "./use-definition.ts";

/** A stage that a case can stand in, as people call it. */
export interface NamedStage {
  readonly path: string;
  readonly title: string;
}

/**
 * Where cases go on without being told otherwise: in the stage of the same path, else in the one stage that is called the
 * same. A stage with neither keeps its cases where they are.
 */
export function sameStages(
  standing: readonly { readonly stage: string }[],
  { before, after }: { readonly before: readonly NamedStage[]; readonly after: readonly NamedStage[] },
): CasesChoice["mapping"] {
  const there = new Set(after.map(({ path }) => path));
  return Object.fromEntries(
    standing.flatMap(({ stage }) => {
      if (stage.split(",").every((leaf) => there.has(leaf))) return [[stage, stage]];
      const title = before.find(({ path }) => path === stage)?.title;
      const [same, other] = after.filter((candidate) => candidate.title === title);
      return same && !other ? [[stage, same.path]] : [];
    }),
  );
}

/** What the leaves of a case's stage are called, joined by ` · ` when parallel. */
export function stageName(stage: string, stages: readonly NamedStage[]): string {
  return stage
    .split(",")
    .map((leaf) => stages.find(({ path }) => path === leaf)?.title ?? leaf)
    .join(" · ");
}
