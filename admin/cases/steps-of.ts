import type { ServedStage } from "../../server/http/api-types.ts";

/** A stage of the first level, and where the case is as seen from it. */
export interface StepOfWay {
  readonly stage: ServedStage;
  readonly place: "behind" | "here" | "before";
  /** Titles of the stages in it that the case is in. */
  readonly inside: string;
}

/** Stages that a definition tags so lie beside the way: paused, refused, withdrawn. */
const besideTheWay = "aside";

/**
 * The way of a case. Stages beside it are shown only while the case is in one of them; then nothing is told of how far
 * it had come, because the way does not know.
 */
export function stepsOf(stages: readonly ServedStage[], current: string): readonly StepOfWay[] {
  const leaves = current.split(",");
  const isIn = (path: string) => leaves.some((leaf) => leaf === path || leaf.startsWith(`${path}.`));
  const isAside = ({ tags }: ServedStage) => tags.includes(besideTheWay);
  const shown = stages.filter((stage) => stage.parent === null && (!isAside(stage) || isIn(stage.path)));
  const here = shown.findIndex((stage) => isIn(stage.path) && !isAside(stage));
  return shown.map((stage, at) => ({
    stage,
    place: isIn(stage.path) ? "here" : at < here ? "behind" : "before",
    inside: stages
      .filter(({ path, leaf }) => leaf && path.startsWith(`${stage.path}.`) && leaves.includes(path))
      .map(({ title }) => title)
      .join(", "),
  }));
}
