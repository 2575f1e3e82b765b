import type { StageColor } from "../../../server/plugin-api/workflow-definition.ts";

/** One stage colour: a mark of its own, a ground to write on, and the words on that ground. */
export interface StageTone {
  readonly solid: string;
  readonly tint: string;
  readonly text: string;
}

/** A tone for every colour that a definition may name. */
export type StagePalette = { readonly [Color in StageColor]: StageTone };

/** Words on their ground hold 4.5:1 or more; marks hold 3:1 on the surface. Lightness differs beside the hue. */
export const lightStages: StagePalette = {
  slate: { solid: "#64707f", tint: "#eceef1", text: "#3b4552" },
  blue: { solid: "#1f6fb2", tint: "#e3eff9", text: "#154d80" },
  teal: { solid: "#0b8a83", tint: "#dbf2ef", text: "#075b56" },
  green: { solid: "#3a8f3e", tint: "#e4f3e3", text: "#265f29" },
  olive: { solid: "#7d8413", tint: "#f1f2d8", text: "#51560b" },
  amber: { solid: "#b07a00", tint: "#fbefcf", text: "#6f4b00" },
  orange: { solid: "#c4570f", tint: "#fce8da", text: "#873907" },
  red: { solid: "#bf2f3b", tint: "#fbe5e6", text: "#8c1e29" },
  pink: { solid: "#be4f93", tint: "#fae6f1", text: "#832e5d" },
  violet: { solid: "#7257c0", tint: "#ede8fa", text: "#4c3598" },
};

/** The same colours on a dark ground, at the same contrast. */
export const darkStages: StagePalette = {
  slate: { solid: "#94a1b3", tint: "#2c323b", text: "#cdd6e2" },
  blue: { solid: "#62a9e6", tint: "#17314a", text: "#b5d8f7" },
  teal: { solid: "#3fbdb4", tint: "#0f3835", text: "#a4e5df" },
  green: { solid: "#76bf78", tint: "#1f3a20", text: "#bfe5bf" },
  olive: { solid: "#b8bf4c", tint: "#363910", text: "#e2e6a4" },
  amber: { solid: "#e3ae3d", tint: "#40300a", text: "#f6dc9d" },
  orange: { solid: "#ee8f51", tint: "#46270f", text: "#fbcfb0" },
  red: { solid: "#ef7a83", tint: "#471c21", text: "#fbc4c8" },
  pink: { solid: "#e48cbf", tint: "#431e34", text: "#f7c8e2" },
  violet: { solid: "#a794ea", tint: "#2d2450", text: "#d8cefa" },
};

const colors: ReadonlySet<string> = new Set(Object.keys(lightStages));

/** The colour that a definition names, or a neutral one. */
export function stageColor(color: string | undefined): StageColor {
  return color !== undefined && isStageColor(color) ? color : "slate";
}

function isStageColor(color: string): color is StageColor {
  return colors.has(color);
}
